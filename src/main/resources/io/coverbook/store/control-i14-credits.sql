-- I14: no line is credited beyond its amount, what is proposed included. Parameter: run.
with wrong as (
    select c.plan_id || '/' || c.term as name
    from (select n.plan_id, n.term, sum(n.amount) as credited
          from (select plan_id, term, amount from credit_note
                union all
                select plan_id, term, amount from proposed_credit where run_id = :run) n
          group by 1, 2) c
    join invoice_line l using (plan_id, term) where c.credited > l.amount)
select count(*)::text as left_side, '0' as right_side,
       (select string_agg(name, ', ') from (select name from wrong order by name limit 3) n) as named
from wrong
