-- Plans for people. Parameters (null: all): status, tier, account (an id, or a part of a customer's name), plan.
select p.plan_id, s.scope_type, s.scope_id, a.display_name as customer, p.tier, p.channel, p.start_on as start,
    p.status,
       p.covered_through, p.contract_end, p.ending_on, p.ending_outcome, p.merged_into
from plan_state p
join scope s using (scope_no)
left join agreement_fact e on e.scope_no = p.scope_no
left join scope h on h.scope_no = coalesce(e.account_no, p.scope_no)
left join account_fact a on a.scope_no = h.scope_no
where (cast(:status as text) is null or p.status = :status)
  and (cast(:tier as text) is null or p.tier = :tier)
  and (cast(:plan as text) is null or position(lower(:plan) in lower(p.plan_id)) > 0)
  and (cast(:account as text) is null or s.scope_id = :account or h.scope_id = :account
       or position(lower(:account) in lower(a.display_name)) > 0)
order by s.scope_id collate "C", p.start_on, p.plan_id collate "C"
