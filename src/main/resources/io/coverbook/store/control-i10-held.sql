-- I10: no proposed line is of a held or voided charge. Parameter: run.
with wrong as (
    select l.plan_id || '/' || l.term as name
    from proposed_line l join charge c using (plan_id, term)
    where l.run_id = :run and c.state <> 'OPEN')
select count(*)::text as left_side, '0' as right_side,
       (select string_agg(name, ', ') from (select name from wrong order by name limit 3) n) as named
from wrong
