-- Credit notes that the open proposal would issue, by currency. Parameter: run.
select currency, count(*) as count, sum(amount) as net, sum(tax) as tax, sum(amount + tax) as total
from proposed_credit
where run_id = :run
group by currency
order by currency collate "C"
