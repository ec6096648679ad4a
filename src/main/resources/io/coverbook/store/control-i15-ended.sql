-- I15: no ended plan has a term that begins after its end.
with wrong as (
    select t.plan_id || '/' || t.term as name
    from term t join plan_state p using (plan_id)
    where p.ending_on is not null and t.service_from >= p.ending_on)
select count(*)::text as left_side, '0' as right_side,
       (select string_agg(name, ', ') from (select name from wrong order by name limit 3) n) as named
from wrong
