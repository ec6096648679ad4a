-- The subscriptions whose days are cut by more than the cover of one scope: they moved, are inactive, or belong to an
-- account that was ever inactive.
insert into subscription_touched_stage
select f.subscription_no, f.subscription_id
from subscription_fact f
where f.span_count > 1
   or (f.span_count = 1
       and (f.standing <> 0 or exists (select from account_standing a where a.scope_no = f.account_no)))
