-- The subscriptions whose cover can have changed: an import since the last spread brought, changed or missed them, or
-- the scope or account of some of their days is touched. Parameter: through (an import).
insert into subscription_touched_stage
select f.subscription_no, f.subscription_id from subscription_fact f where f.import_id > :through
union
select f.subscription_no, f.subscription_id from scope_touched_stage t join subscription_fact f
    on f.account_no = t.scope_no
union
select f.subscription_no, f.subscription_id from scope_touched_stage t join subscription_fact f on f.ea_no = t.scope_no
union
select f.subscription_no, f.subscription_id
from scope_touched_stage t
join subscription_span p on p.scope_no = t.scope_no
join subscription_fact f on f.subscription_no = p.subscription_no
union
select f.subscription_no, f.subscription_id
from scope_touched_stage t
join subscription_span p on p.account_no = t.scope_no
join subscription_fact f on f.subscription_no = p.subscription_no
