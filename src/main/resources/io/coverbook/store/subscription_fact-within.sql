-- Subscriptions that belong, or ever belonged, to some scopes: agreements, or accounts outside of agreements, or with
-- everything = true all of their accounts. In the order in which they were first exported, and read no further than
-- asked: some accounts are very large, and "between" keeps the planner, which counts on the usual few, from sorting
-- them whole. Parameters: scopes, everything, after (a number), most.
select distinct m.subscription_no, m.subscription_id
from unnest(cast(:scopes as bigint[])) s (scope_no)
cross join lateral (
    (select f.subscription_no, f.subscription_id
     from subscription_fact f
     where f.account_no between s.scope_no and s.scope_no and (f.ea_no is null or cast(:everything as boolean))
       and f.subscription_no > :after
     order by f.account_no, f.subscription_no
     limit :most)
    union all
    (select f.subscription_no, f.subscription_id
     from subscription_fact f
     where f.ea_no between s.scope_no and s.scope_no and f.subscription_no > :after
     order by f.ea_no, f.subscription_no
     limit :most)
    union all
    (select p.subscription_no, p.subscription_id
     from subscription_past p
     where p.account_no between s.scope_no and s.scope_no and p.subscription_no > :after
     order by p.account_no, p.subscription_no
     limit :most)
    union all
    (select p.subscription_no, p.subscription_id
     from subscription_past p
     where p.ea_no between s.scope_no and s.scope_no and p.subscription_no > :after
     order by p.ea_no, p.subscription_no
     limit :most)) m
order by m.subscription_no
limit :most
