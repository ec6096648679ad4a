-- The table entitlements of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select f.subscription_id, e.from_on as valid_from, nullif(e.until_on, date '9999-12-31') - 1 as valid_through, c.tier, c.source,
       (c.technical and e.standing = 0)::text as technical_support, 'true' as billing_support,
       nullif(repeat(c.max_severity, (e.standing = 0)::int), '') as max_severity, c.plan_id,
       coalesce(n.reason, c.reason) as reason
from entitlement e
join subscription_fact f using (subscription_no)
join cover c using (cover_no)
join standing n using (standing)
order by f.subscription_id collate "C", e.from_on
