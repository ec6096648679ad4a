-- Charges for people. Parameters (null: all): state, account (an id, or a part of a customer's name), plan, reason, and
-- period: a posting month, or the month of a charge that is posted in none.
select c.plan_id, c.term, s.scope_id, a.display_name as customer, c.charge_date, c.charge_date as service_from,
       c.service_until - 1 as service_through, c.tier, c.amount, nullif(c.currency, '') as currency, c.state,
       to_char(c.posting_month, 'YYYY-MM') as posting_month, coalesce(c.posting_month > c.charge_date, false) as late,
       c.hold_reason, c.bill_to
from charge c
join scope s using (scope_no)
left join agreement_fact e on e.scope_no = c.scope_no
left join scope h on h.scope_no = coalesce(e.account_no, c.scope_no)
left join account_fact a on a.scope_no = h.scope_no
where (cast(:state as text) is null or c.state = :state)
  and (cast(:reason as text) is null or c.hold_reason = :reason)
  and (cast(:period as date) is null
       or coalesce(c.posting_month, date_trunc('month', c.charge_date)::date) = cast(:period as date))
  and (cast(:plan as text) is null or position(lower(:plan) in lower(c.plan_id)) > 0)
  and (cast(:account as text) is null or s.scope_id = :account or h.scope_id = :account or c.bill_to = :account
       or position(lower(:account) in lower(a.display_name)) > 0)
order by c.charge_date, c.plan_id collate "C", c.term
