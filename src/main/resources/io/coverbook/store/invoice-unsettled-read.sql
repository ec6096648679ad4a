-- Invoices whose payment state may have moved by the day of the run: those that are not paid, and those that counted as
-- paid until a payment that failed was told late. Two halves, so that the first goes by the index of the unpaid ones,
-- however many years of paid ones there are. Parameter: on. One row an invoice.
with unpaid as (select distinct invoice_number from settlement_stage where settled_on is null)
select i.invoice_number, i.invoice_date, i.due_date, u.invoice_number is not null as unpaid
from invoice i
left join unpaid u using (invoice_number)
where i.status <> 'PAID' and i.invoice_date <= :on
union all
select i.invoice_number, i.invoice_date, i.due_date, true
from unpaid u
join invoice i using (invoice_number)
where i.status = 'PAID' and i.invoice_date <= :on
