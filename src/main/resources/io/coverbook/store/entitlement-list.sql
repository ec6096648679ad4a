-- The entitlement table for people, whole subscriptions in order of their id. Parameters: after (an id, or nothing for
-- the beginning), most (subscriptions, null for all); and (null: all) subscription.
select f.subscription_id, e.from_on as valid_from, nullif(e.until_on, date '9999-12-31') - 1 as valid_through, c.tier,
    c.source,
       c.technical and e.standing = 0 as technical_support, true as billing_support,
       nullif(repeat(c.max_severity, (e.standing = 0)::int), '') as max_severity, c.plan_id,
       coalesce(n.reason, c.reason) as reason
from (select subscription_no, subscription_id
      from subscription_fact
      where subscription_id > cast(:after as text) and (cast(:subscription as text) is null
          or subscription_id = :subscription)
      order by subscription_id
      limit cast(:most as bigint)) f
join entitlement e on e.subscription_no = f.subscription_no
join cover c on c.cover_no = e.cover_no
join standing n on n.standing = e.standing
order by f.subscription_id, e.from_on
