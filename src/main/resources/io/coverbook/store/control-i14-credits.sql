-- I14: no line is credited beyond its amount.
select (select count(*) from (select n.plan_id, n.term, sum(n.amount) as credited from credit_note n group by 1, 2) c
        join invoice_line l using (plan_id, term) where c.credited > l.amount)::text as left_side,
       '0' as right_side
