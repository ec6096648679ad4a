-- The last word of people about each flag of each plan, in order.
select plan_id, kind, code, at
from ruling_last
order by plan_id, code
