-- I14: no line is credited beyond its amount, what is proposed included. Parameter: run.
select (select count(*)
        from (select n.plan_id, n.term, sum(n.amount) as credited
              from (select plan_id, term, amount from credit_note
                    union all
                    select plan_id, term, amount from proposed_credit where run_id = :run) n
              group by 1, 2) c
        join invoice_line l using (plan_id, term) where c.credited > l.amount)::text as left_side,
       '0' as right_side
