-- Credits issued charges of the plans decided that the facts no longer ask for (C1, X15). Parameters: run, first. Rows:
-- what is credited.
update charge t
set state = x.becomes, run_id = :run
from decided_plan_stage d
join charge c using (plan_id)
left join charge_stage s on s.plan_id = c.plan_id and s.term = c.term
join charge_transition x on x.recorded = c.state and x.desired = coalesce(s.state, 'NOTHING')
where t.plan_id = c.plan_id and t.term = c.term and c.charge_date >= :first
  and c.state = 'INVOICED' and x.becomes <> 'INVOICED'
