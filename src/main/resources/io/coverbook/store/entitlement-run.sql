-- The run that wrote the entitlement of a subscription for a day. Parameters: subscription, on. One row or none.
select e.run_id
from entitlement e
join subscription_fact f using (subscription_no)
where f.subscription_id = :subscription and e.from_on <= cast(:on as date) and e.until_on > cast(:on as date)
