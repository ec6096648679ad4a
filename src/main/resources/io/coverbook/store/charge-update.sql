-- Moves recorded charges to the state the facts ask for now; what is issued keeps its figures (C1, C2, A5).
-- Parameters: run, first (charges before that day are billed elsewhere, L16). Rows: what changed.
update charge t
set state = n.becomes,
    hold_reason = n.hold_reason,
    posting_month = n.posting_month,
    charge_date = coalesce(n.charge_date, t.charge_date),
    service_until = coalesce(n.service_until, t.service_until),
    tier = coalesce(n.tier, t.tier),
    currency = coalesce(n.currency, t.currency),
    amount = n.amount,
    bill_to = coalesce(n.bill_to, t.bill_to),
    run_id = :run
from (select c.plan_id, c.term, x.becomes, s.charge_date, s.service_until, s.tier, s.currency, s.bill_to,
             case x.becomes when 'HELD' then s.hold_reason end as hold_reason,
             case when x.becomes in ('INVOICED', 'CREDITED') then c.posting_month
                  when x.becomes = 'OPEN' then coalesce(c.posting_month, s.posting_month) end as posting_month,
             case when s.plan_id is null then c.amount else s.amount end as amount
      from decided_plan_stage d
      join charge c using (plan_id)
      left join charge_stage s on s.plan_id = c.plan_id and s.term = c.term
      join charge_transition x on x.recorded = c.state and x.desired = coalesce(s.state, 'NOTHING')
      where c.charge_date >= :first
        and (x.becomes <> c.state
             or (c.state in ('OPEN', 'HELD')
                 and (s.charge_date, s.service_until, s.tier, s.currency, s.amount, s.bill_to, s.hold_reason)
                     is distinct from
                     (c.charge_date, c.service_until, c.tier, c.currency, c.amount, c.bill_to, c.hold_reason)))) n
where t.plan_id = n.plan_id and t.term = n.term and t.state not in ('INVOICED', 'CREDITED')
