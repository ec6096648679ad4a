-- The table plans of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select p.plan_id, s.scope_type, s.scope_id, p.tier, p.channel, p.start_on as start, p.status, p.covered_through,
       p.contract_end, p.merged_into
from plan_state p
join scope s using (scope_no)
order by p.plan_id collate "C"
