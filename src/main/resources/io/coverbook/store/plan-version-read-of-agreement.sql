-- Every version of the plans linked to agreements, with the terms that have a charge, one by one only where there
-- are gaps, in the order of agreement-version-read. A stream of the customers of one part. Parameters: from_customer,
-- until_customer.
select p.scope_no, p.plan_id, h.first_term, h.last_term,
       case when h.bound or h.last_term - h.first_term >= h.charges
            then array(select g.term from charge_recorded g where g.plan_id = p.plan_id) end as terms,
       v.exported_at, v.absent, v.tier, v.channel, v.purchased_at, v.coverage_start, v.contract_end, v.auto_renew,
       v.auto_renew_changed_at, v.cancel_requested_at, v.cancel_channel, v.billing_frequency, v.promo_price,
       v.promo_until
from plan_fact p
join decided_stage d on d.scope_no = p.scope_no
join agreement_customer o on o.scope_no = p.scope_no
join (select * from plan_fact union all select * from plan_past) v using (plan_id)
left join (select plan_id, min(term) as first_term, max(term) as last_term, count(*) as charges,
                  coalesce(bool_or(hold_reason = 'SAFETY_BOUND'), false) as bound
           from decided_plan_stage join charge using (plan_id) group by plan_id) h using (plan_id)
where o.customer_id >= :from_customer and o.customer_id < :until_customer
order by o.customer_id, p.scope_no, p.plan_id, v.exported_at, v.import_id
