-- The table endings of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select plan_id, ending_on as "on", ending_outcome as outcome
from plan_state
where ending_on is not null
order by plan_id collate "C"
