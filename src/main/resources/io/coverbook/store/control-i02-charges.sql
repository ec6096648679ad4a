-- I2: every billed term of a plan has its charge: none is missing, but of plans that a person dismissed (L1).
-- Parameter: first.
with wrong as (
    select t.plan_id || '/' || t.term as name
    from term t join plan_state p using (plan_id)
    where t.billed and p.status <> 'MERGED' and t.service_from >= :first
      and not exists (select from charge c where c.plan_id = t.plan_id and c.term = t.term)
      and not exists (select from ruling_last r where r.plan_id = t.plan_id and r.kind = 'DISMISS'))
select count(*)::text as left_side, '0' as right_side,
       (select string_agg(name, ', ') from (select name from wrong order by name limit 3) n) as named
from wrong
