-- Invoices that may have become paid or overdue by the day of the run. Parameter: on. One row an invoice.
select i.invoice_number, i.invoice_date, i.due_date, u.invoice_number is not null as unpaid
from invoice i
left join (select distinct invoice_number from settlement_stage where settled_on is null) u using (invoice_number)
where i.status <> 'PAID' and i.invoice_date <= :on
