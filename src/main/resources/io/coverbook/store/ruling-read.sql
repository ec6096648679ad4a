-- The last word of people about each flag of each plan, in order.
select distinct on (plan_id, code) plan_id, kind, code, at
from ruling
order by plan_id, code, ruling_id desc
