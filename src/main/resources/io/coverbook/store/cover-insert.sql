-- Gives a number to every kind of cover not seen before.
insert into cover (tier, source, plan_id, reason, technical, max_severity)
select distinct s.tier, s.source, s.plan_id, s.reason, s.technical, s.max_severity
from cover_stage s
on conflict (tier, source, plan_id, reason) do nothing
