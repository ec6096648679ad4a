-- Every version of every agreement, and the ids that nobody has shown, customer by customer. A stream of the
-- customers of one part. Parameters: from_customer, until_customer.
select o.scope_no, c.scope_id, o.customer_id, a.scope_id as account_id, h.first_term, h.last_term,
       case when h.bound or h.last_term - h.first_term >= h.charges
            then array(select g.term from charge_recorded g where g.plan_id = h.plan_id) end as terms,
       h.plan_id is not null as charged,
       p.e_mail as partner_e_mail,
       v.exported_at, v.absent, v.status, v.status_since, v.start_date, v.end_date, v.relationship,
       v.partner_account_id, v.country, v.currency, v.support_level, v.support_coverage_start, v.support_coverage_end,
       v.promo_price, v.promo_until, v.order_status, v.ordered_level, v.order_date, v.order_changed_on,
       v.temp_request_at, v.temp_level, v.temp_description, v.notification_contacts, v.cancel_requested_at,
       v.cancel_channel
from decided_stage d
join agreement_customer o using (scope_no)
join scope c using (scope_no)
left join (select * from agreement_fact union all select * from agreement_past) v using (scope_no)
left join scope a on a.scope_no = v.account_no
left join agreement_fact n on n.scope_no = o.scope_no
left join scope i on i.scope_type = 'ACCOUNT' and i.scope_id = n.partner_account_id
left join account_fact p on p.scope_no = i.scope_no
left join (select plan_id, min(term) as first_term, max(term) as last_term, count(*) as charges,
                  coalesce(bool_or(hold_reason = 'SAFETY_BOUND'), false) as bound
           from decided_plan_stage join charge using (plan_id) where plan_id like 'EA:%' group by plan_id) h
       on h.plan_id = 'EA:' || c.scope_id
where o.customer_id >= :from_customer and o.customer_id < :until_customer
order by o.customer_id, o.scope_no, v.exported_at, v.import_id
