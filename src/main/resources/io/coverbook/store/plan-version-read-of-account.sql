-- Every version of the plans of accounts, with how many charges each has, in order of scope and plan. A stream
-- of the scopes of one part. Parameters: from_scope, until_scope.
select p.scope_no, p.plan_id, coalesce(h.charges, 0) as charges, v.exported_at, v.absent, v.tier, v.channel, v.purchased_at, v.coverage_start, v.contract_end, v.auto_renew,
       v.auto_renew_changed_at, v.cancel_requested_at, v.cancel_channel, v.billing_frequency, v.promo_price, v.promo_until
from plan_fact p
join scope c on c.scope_no = p.scope_no and c.scope_type = 'ACCOUNT'
join (select * from plan_fact union all select * from plan_past) v using (plan_id)
left join (select plan_id, count(*) as charges from charge where hold_reason is distinct from 'SAFETY_BOUND' group by plan_id) h using (plan_id)
where p.scope_no >= :from_scope and p.scope_no < :until_scope
order by p.scope_no, p.plan_id, v.exported_at, v.import_id
