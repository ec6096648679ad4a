-- The table terms of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select plan_id, term, service_from, service_until - 1 as service_through, outcome
from term
order by plan_id collate "C", term
