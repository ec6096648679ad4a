-- I13: no agreement is covered by Developer.
with wrong as (
    select s.scope_id as name
    from scope_cover v join cover c using (cover_no) join scope s on s.scope_no = v.scope_no
    where s.scope_type = 'EA' and c.tier = 'DEVELOPER')
select count(*)::text as left_side, '0' as right_side,
       (select string_agg(name, ', ') from (select name from wrong order by name limit 3) n) as named
from wrong
