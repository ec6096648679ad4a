-- I12: no scope has two plans in force that renew, but for those that a person released to run beside another (X11).
with wrong as (
    select s.scope_type || ' ' || s.scope_id as name
    from plan_state p
    left join scope s using (scope_no)
    where p.status in ('ACTIVE', 'PAST_DUE', 'SUSPENDED') and not p.ends
      and not exists (select from ruling_last r where r.plan_id = p.plan_id and r.kind = 'RELEASE')
    group by p.scope_no, s.scope_type, s.scope_id
    having count(*) > 1)
select count(*)::text as left_side, '0' as right_side,
       (select string_agg(name, ', ') from (select name from wrong order by name limit 3) n) as named
from wrong
