-- The last word of people about each flag of some plans, as said before an instant. Parameters: plans, ruled.
select distinct on (plan_id, code) plan_id, code, kind, at
from ruling
where plan_id = any(:plans) and at < :ruled
order by plan_id, code, ruling_id desc
