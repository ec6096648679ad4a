-- The stored rows that a full snapshot no longer has (A6), found on all processors.
create temporary table subscription_gone on commit drop as
select f.subscription_id
from subscription_fact f
where not f.absent and not exists (select from subscription_stage s where s.subscription_id = f.subscription_id)
