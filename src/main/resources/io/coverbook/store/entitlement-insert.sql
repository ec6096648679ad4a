-- Adds intervals that hold and are not recorded. Parameter: run. Rows: what changed or came.
insert into entitlement (subscription_no, from_on, until_on, cover_no, standing, run_id)
select s.subscription_no, s.from_on, s.until_on, s.cover_no, s.standing, :run
from entitlement_stage s
where not exists (select from entitlement t where t.subscription_no = s.subscription_no and t.from_on = s.from_on)
order by s.subscription_no, s.from_on
