-- I16: no plan stands among the covered subscriptions.
select (select count(*) from subscription_fact f join plan_fact p on p.plan_id = f.subscription_id
        where not f.absent and not p.absent)::text as left_side,
       '0' as right_side
