-- Invoices that the open proposal would issue, by currency. Parameter: run.
select currency, count(*) as count, sum(subtotal) as net, sum(tax) as tax, sum(total) as total
from proposed_invoice
where run_id = :run and issued
group by currency
order by currency collate "C"
