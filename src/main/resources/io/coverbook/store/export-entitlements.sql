-- The table entitlements of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select f.subscription_id, e.from_on as valid_from, nullif(e.until_on, date '9999-12-31') - 1 as valid_through, c.tier,
    c.source,
       (c.technical and e.standing = 0)::text as technical_support, 'true' as billing_support,
       nullif(repeat(c.max_severity, (e.standing = 0)::int), '') as max_severity, c.plan_id,
       coalesce(n.reason, c.reason) as reason
from entitlement e
join subscription_fact f on f.subscription_no = e.subscription_no
join cover c on c.cover_no = e.cover_no
join standing n on n.standing = e.standing
order by f.subscription_id collate "C", e.from_on
