-- I15: no ended plan has a term that begins after its end.
select (select count(*) from term t join plan_state p using (plan_id)
        where p.ending_on is not null and t.service_from >= p.ending_on)::text as left_side,
       '0' as right_side
