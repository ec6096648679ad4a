-- The intervals of a subscription, in order. Parameter: subscription.
select e.from_on as valid_from, nullif(e.until_on, date '9999-12-31') - 1 as valid_through, c.tier, c.source,
       c.technical and e.standing = 0 as technical, c.plan_id, coalesce(n.reason, c.reason) as reason
from entitlement e
join subscription_fact f on f.subscription_no = e.subscription_no
join cover c on c.cover_no = e.cover_no
join standing n on n.standing = e.standing
where f.subscription_id = :subscription
order by e.from_on
