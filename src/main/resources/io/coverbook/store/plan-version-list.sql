-- Every version of a plan's row that exports have told, in order. Parameter: plan.
select i.file, v.line, v.exported_at, v.tier, v.channel, v.purchased_at, v.coverage_start, v.contract_end, v.auto_renew,
       v.auto_renew_changed_at, v.cancel_requested_at, v.cancel_channel, v.billing_frequency, v.promo_price,
           v.promo_until,
       v.absent, v.scope_no
from (select * from plan_fact union all select * from plan_past) v
join import_file i using (import_id)
where v.plan_id = :plan
order by v.exported_at, v.import_id
