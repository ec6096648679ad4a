-- Subscriptions that had technical support before the files and have it for less long now; the number of all is in each
-- row. Parameters: on, most. One row each.
select f.subscription_id, n.covered_until as now_until, count(*) over () as all_of_them
from check_subscription_stage b
join subscription_fact f using (subscription_no)
left join (select e.subscription_no, max(e.until_on) as covered_until
           from entitlement e
           join cover c using (cover_no)
           where c.technical and e.standing = 0 and e.until_on > :on
           group by e.subscription_no) n using (subscription_no)
where coalesce(n.covered_until, '-infinity') < b.covered_until
order by f.subscription_id
limit :most
