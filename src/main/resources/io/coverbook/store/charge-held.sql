-- Charges held on a day, by reason and currency. Parameter: on.
select hold_reason, nullif(currency, '') as currency, count(*) as count, sum(amount) as amount
from charge
where state = 'HELD' and charge_date <= :on
group by hold_reason, currency
order by hold_reason collate "C", currency collate "C"
