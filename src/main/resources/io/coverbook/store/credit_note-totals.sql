-- Credit notes of a posting month by currency. Parameter: month.
select currency, count(*) as count, sum(amount) as net, sum(tax) as tax, sum(total) as total
from credit_note
where posting_month = :month
group by currency
order by currency collate "C"
