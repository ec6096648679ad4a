-- I5: every subscription that exists on the day has exactly one entitlement on it. Parameter: on.
select c.left_side, c.right_side,
       case when c.left_side <> c.right_side then (
           select string_agg(name, ', ') from (
               select coalesce(f.subscription_id, 'number ' || d.subscription_no) as name
               from (select e.subscription_no, 1 as entitled, 0 as there
                     from entitlement e where e.from_on <= :on and e.until_on > :on
                     union all
                     select f.subscription_no, 0, 1
                     from subscription_fact f where f.span_count = 1 and f.span_from <= :on and f.span_until > :on
                     union all
                     select p.subscription_no, 0, 1
                     from subscription_span p join subscription_fact f using (subscription_no)
                     where f.span_count > 1 and p.from_on <= :on and p.until_on > :on) d
               left join subscription_fact f using (subscription_no)
               group by d.subscription_no, f.subscription_id
               having sum(d.entitled) <> sum(d.there)
               order by name limit 3) n)
       end as named
from (select (select count(*) from entitlement e where e.from_on <= :on and e.until_on > :on)::text as left_side,
             ((select count(*) from subscription_fact f
               where f.span_count = 1 and f.span_from <= :on and f.span_until > :on)
              + (select count(*) from subscription_span p join subscription_fact f using (subscription_no)
                 where f.span_count > 1 and p.from_on <= :on and p.until_on > :on))::text as right_side) c
