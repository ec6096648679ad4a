-- The first time there is nothing to compare with. Parameter: run. One row an interval.
insert into entitlement (subscription_no, from_on, until_on, cover_no, standing, run_id)
select s.subscription_no, s.from_on, s.until_on, s.cover_no, s.standing, :run
from entitlement_stage s
order by s.subscription_no, s.from_on
