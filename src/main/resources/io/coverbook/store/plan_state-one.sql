-- Where a plan stands, and its scope with the account it belongs to. Parameter: plan. One row or none.
select p.plan_id, p.scope_no, s.scope_type, s.scope_id, coalesce(e.account_no, p.scope_no) as account_no, p.tier,
    p.channel,
       p.start_on, p.status, p.covered_through, p.contract_end, p.merged_into, p.ending_on, p.ending_outcome, p.run_id
from plan_state p
join scope s using (scope_no)
left join agreement_fact e using (scope_no)
where p.plan_id = :plan
