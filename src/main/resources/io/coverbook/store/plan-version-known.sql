-- Every version of the plans that were ever of some scopes, as far as imports are known; the newest says where the plan
-- belongs (A5). Parameters: scopes, before, run.
select v.plan_id, v.scope_no, 0 as charges, i.file, v.line, v.exported_at, v.absent, v.tier, v.channel, v.purchased_at,
       v.coverage_start, v.contract_end, v.auto_renew, v.auto_renew_changed_at, v.cancel_requested_at, v.cancel_channel,
       v.billing_frequency, v.promo_price, v.promo_until
from (select plan_id from plan_fact where scope_no = any(:scopes)
      union
      select plan_id from plan_past where scope_no = any(:scopes)) p
cross join lateral (select * from plan_fact f where f.plan_id = p.plan_id
                    union all
                    select * from plan_past f where f.plan_id = p.plan_id) v
join import_file i on i.import_id = v.import_id
where i.exported_at < :before and i.run_id <= :run
order by v.plan_id, v.exported_at, v.import_id
