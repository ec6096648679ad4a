-- The table charges of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select plan_id, term, charge_date, charge_date as service_from, service_until - 1 as service_through, tier, amount,
       nullif(currency, '') as currency, state, to_char(posting_month, 'YYYY-MM') as posting_month,
       coalesce(posting_month > charge_date, false)::text as late, hold_reason
from charge
where @period is null or coalesce(posting_month, date_trunc('month', charge_date)::date) = @period
order by plan_id collate "C", term
