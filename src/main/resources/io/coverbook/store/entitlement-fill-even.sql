-- The first entitlements of all, those of good subscriptions with one run of days, from a range of pages of the facts,
-- as they lie there. The bulk of all. Parameters: from_place, until_place, run. One row an interval.
insert into entitlement (subscription_no, from_on, until_on, cover_no, standing, run_id)
select v.subscription_no, v.from_on, v.until_on, v.cover_no, v.standing, :run
from entitlement_even v
where v.place >= cast(:from_place as tid) and v.place < cast(:until_place as tid)
