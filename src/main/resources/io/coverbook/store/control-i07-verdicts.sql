-- I7: every agreement has exactly one verdict on the day. Parameter: on.
select c.left_side, c.right_side,
       case when c.left_side <> c.right_side then (
           select string_agg(name, ', ') from (
               select s.scope_id as name
               from (select v.scope_no, 1 as told, 0 as there from ea_verdict v
                     where v.from_on <= :on and v.until_on > :on
                     union all
                     select scope_no, 0, 1 from agreement_fact) d
               join scope s using (scope_no)
               group by s.scope_id
               having sum(d.told) <> sum(d.there)
               order by name limit 3) n)
       end as named
from (select (select count(*) from ea_verdict v where v.from_on <= :on and v.until_on > :on)::text as left_side,
             (select count(*) from agreement_fact)::text as right_side) c
