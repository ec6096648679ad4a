-- The staged rows that say anything new, by their place: of subscriptions that are not known, or otherwise, or came
-- back. Read once, and on all processors, as a table of the session may be made so and rows of others not.
create temporary table subscription_news on commit drop as
select s.ctid as place, s.subscription_id, f.subscription_id is not null as known,
    coalesce(f.absent, false) as was_absent
from subscription_stage s
left join subscription_fact f on f.subscription_id = s.subscription_id
where f.subscription_id is null or f.fingerprint <> s.fingerprint or f.absent
