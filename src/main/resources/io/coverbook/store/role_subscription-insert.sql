-- Spreads the roles that this import brought or changed to the subscriptions they name. Parameter: import.
insert into role_subscription (role_no, subscription_id)
select f.role_no, n.subscription_id
from role_fact f
cross join lateral unnest(string_to_array(f.subscription_ids, ';')) n (subscription_id)
where f.import_id = :import and not f.absent
order by f.role_no, n.subscription_id
