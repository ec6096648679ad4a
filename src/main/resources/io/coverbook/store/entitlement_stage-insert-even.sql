-- Gives each touched subscription that is good and has one run of days the cover of its scope: one row a span of cover.
insert into entitlement_stage
select v.subscription_no, v.from_on, v.until_on, v.cover_no, v.standing
from subscription_touched_stage t
join entitlement_even v on v.subscription_id = t.subscription_id
