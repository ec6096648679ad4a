-- Support plans as an export would write them. Parameter: ids. One row each.
select f.plan_id as id, 'AZURE_SUPPORT' as product_category, f.display_name, f.tier as plan_tier, f.channel,
    f.purchased_at,
       f.coverage_start, f.contract_end, case when f.auto_renew then 'ON' else 'OFF' end as auto_renew,
       f.auto_renew_changed_at, f.cancel_requested_at, f.cancel_channel, f.billing_frequency, f.promo_price,
           f.promo_until,
       e.scope_id as linked_ea_id
from plan_fact f
left join scope e on e.scope_no = f.scope_no and e.scope_type = 'EA'
where f.plan_id in (:ids)
