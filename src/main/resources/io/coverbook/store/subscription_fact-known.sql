-- Subscriptions as an export would write them. Parameter: ids. One row each.
select f.subscription_id as id, f.display_name, f.product_category, e.scope_id as ea_id, f.state, f.state_since,
       nullif(f.created_on, '1970-01-01') as created_on, f.scope_since, f.ended_on
from subscription_fact f
left join scope e on e.scope_no = f.ea_no
where f.subscription_id in (:ids)
