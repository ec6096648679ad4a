-- I16: no plan stands among the covered subscriptions.
with wrong as (
    select p.plan_id as name
    from subscription_fact f join plan_fact p on p.plan_id = f.subscription_id
    where not f.absent and not p.absent)
select count(*)::text as left_side, '0' as right_side,
       (select string_agg(name, ', ') from (select name from wrong order by name limit 3) n) as named
from wrong
