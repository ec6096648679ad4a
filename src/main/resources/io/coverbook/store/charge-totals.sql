-- Charges of a posting month by state and currency; held and voided ones by the month of the charge. Parameter: month.
select state, nullif(currency, '') as currency, count(*) as count, sum(amount) as amount
from charge
where coalesce(posting_month, date_trunc('month', charge_date)::date) = :month
group by state, currency
order by state collate "C", currency collate "C"
