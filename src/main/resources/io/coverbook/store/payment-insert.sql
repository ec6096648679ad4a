-- Adds the payments that no file has told before, in order. Parameter: import. One row a new payment.
insert into payment (import_id, line, plan_id, at, result, invoice_number, amount)
select :import, s.line, s.plan_id, s.at, s.result, s.invoice_number, s.amount
from payment_stage s
order by s.line
on conflict (plan_id, at, result, invoice_number, amount) do nothing
