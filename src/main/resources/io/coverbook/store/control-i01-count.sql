-- I1: every open charge of the month stands on exactly one proposed line. Parameters: run, month.
select c.left_side, c.right_side,
       case when c.left_side <> c.right_side then (
           select string_agg(name, ', ') from (
               select o.plan_id || '/' || o.term as name
               from charge o
               left join proposed_line l on l.run_id = :run and l.plan_id = o.plan_id and l.term = o.term
               where o.state = 'OPEN' and o.posting_month = :month
               group by o.plan_id, o.term
               having count(l.plan_id) <> 1
               order by name limit 3) n)
       end as named
from (select (select count(*) from proposed_line where run_id = :run)::text as left_side,
             (select count(*) from charge where state = 'OPEN' and posting_month = :month)::text as right_side) c
