-- The charges of a plan that are held for a reason, in order. Parameters: plan, code.
select c.term, c.charge_date, c.service_until - 1 as service_through, c.amount, nullif(c.currency, '') as currency
from charge c
where c.plan_id = :plan and c.hold_reason = :code
order by c.term
