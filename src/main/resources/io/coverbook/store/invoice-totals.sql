-- Invoices of a posting month by currency. Parameter: month.
select currency, count(*) as count, sum(subtotal) as net, sum(tax) as tax, sum(total) as total
from invoice
where posting_month = :month
group by currency
order by currency collate "C"
