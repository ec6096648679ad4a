-- Every version of the plans of accounts, with the terms that have a charge, one by one only where
-- there are gaps, in order of scope and plan. Charges that the safety bound holds are still to be recorded, and so are
-- those that came with them and are held for a reason of their own (B17). A stream of the scopes of one part.
-- Parameters: from_scope, until_scope.
select p.scope_no, p.plan_id, h.first_term, h.last_term,
       case when h.bound or h.last_term - h.first_term >= h.charges
            then array(select g.term from charge_recorded g where g.plan_id = p.plan_id) end as terms,
       v.exported_at, v.absent, v.tier, v.channel, v.purchased_at, v.coverage_start, v.contract_end, v.auto_renew,
       v.auto_renew_changed_at, v.cancel_requested_at, v.cancel_channel, v.billing_frequency, v.promo_price,
       v.promo_until
from plan_fact p
join decided_stage d on d.scope_no = p.scope_no
join scope c on c.scope_no = p.scope_no and c.scope_type = 'ACCOUNT'
join (select * from plan_fact union all select * from plan_past) v using (plan_id)
left join (select plan_id, min(term) as first_term, max(term) as last_term, count(*) as charges,
                  coalesce(bool_or(hold_reason = 'SAFETY_BOUND'), false) as bound
           from decided_plan_stage join charge using (plan_id) group by plan_id) h using (plan_id)
where p.scope_no >= :from_scope and p.scope_no < :until_scope
order by p.scope_no, p.plan_id, v.exported_at, v.import_id
