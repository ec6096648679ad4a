-- Invoices whose payment state may have moved by the day of the run: those that are not paid, and those that counted as paid
-- until a payment that failed was told late. Parameter: on. One row an invoice.
select i.invoice_number, i.invoice_date, i.due_date, u.invoice_number is not null as unpaid
from invoice i
left join (select distinct invoice_number from settlement_stage where settled_on is null) u using (invoice_number)
where i.status <> 'PAID' and i.invoice_date <= :on
union all
select i.invoice_number, i.invoice_date, i.due_date, true
from (select distinct invoice_number from settlement_stage where settled_on is null) u
join invoice i using (invoice_number)
where i.status = 'PAID' and i.invoice_date <= :on
