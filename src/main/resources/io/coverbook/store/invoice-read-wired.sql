-- Invoices to be paid by wire that are not credited whole, with the day on which the last line was paid (9999-12-31
-- while it is not), in order of the account that pays. A stream.
select i.bill_to, i.due_date, max(coalesce(s.settled_on, date '9999-12-31')) as settled_on
from invoice i
join settlement_stage s using (invoice_number)
where i.payment_method = 'WIRE'
group by i.bill_to, i.due_date, i.invoice_number
order by i.bill_to, i.due_date, i.invoice_number
