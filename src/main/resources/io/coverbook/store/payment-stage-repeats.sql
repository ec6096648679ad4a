-- How many payments the file has more than once. One number.
select count(*)
from (select 1 from payment_stage group by plan_id, at, result, invoice_number, amount having count(*) > 1) repeated
