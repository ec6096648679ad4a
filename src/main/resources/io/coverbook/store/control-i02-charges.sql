-- I2: every billed term of a plan has its charge: none is missing. Parameter: first.
select (select count(*) from term t join plan_state p using (plan_id)
        where p.tier <> 'UNIFIED' and p.status <> 'MERGED' and t.service_from >= :first
          and not exists (select from charge c where c.plan_id = t.plan_id and c.term = t.term))::text as left_side,
       '0' as right_side
