-- Keeps one row a payment: the first line. Returns how many went as count of the update.
delete from payment_stage s
using (select plan_id, at, result, invoice_number, amount, min(line) as kept
       from payment_stage group by plan_id, at, result, invoice_number, amount having count(*) > 1) r
where s.plan_id = r.plan_id and s.at = r.at and s.result = r.result
  and (s.invoice_number, s.amount) is not distinct from (r.invoice_number, r.amount) and s.line <> r.kept
