-- Subscriptions that costs or a tenant's list show and no export of subscriptions does, once there is one. Parameters:
-- zone, on. One row a subscription.
insert into flag_stage
select 'SUBSCRIPTION_NOT_EXPORTED', 'SUBSCRIPTION', w.subscription_id, 'INFO', min(d.day), null
from witness_fact w
cross join lateral (select (w.first_exported_at at time zone :zone)::date as day) d
where w.record_type = 'SUBSCRIPTION' and w.subscription_id is not null and d.day <= :on
  and exists (select from subscription_fact)
  and not exists (select from subscription_fact f where f.subscription_id = w.subscription_id)
group by w.subscription_id
