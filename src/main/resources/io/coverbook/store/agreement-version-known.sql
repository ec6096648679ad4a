-- Every version of some agreements as far as imports are known, and their ids. Parameters: scopes, before, run.
select c.scope_no, c.scope_id, v.account_no, v.customer_id as own_customer, a.scope_id as account_id, v.file, v.line,
       v.exported_at, v.absent, v.status, v.status_since, v.start_date, v.end_date, v.relationship,
       v.partner_account_id, v.country, v.currency, v.support_level, v.support_coverage_start, v.support_coverage_end,
       v.promo_price, v.promo_until, v.order_status, v.ordered_level, v.order_date, v.order_changed_on,
       v.temp_request_at, v.temp_level, v.temp_description, v.notification_contacts, v.cancel_requested_at,
       v.cancel_channel
from scope c
left join (select f.*, i.file
           from (select * from agreement_fact union all select * from agreement_past) f
           join import_file i using (import_id)
           where f.scope_no = any(:scopes) and i.exported_at < :before and i.run_id <= :run) v using (scope_no)
left join scope a on a.scope_no = v.account_no
where c.scope_no = any(:scopes) and c.scope_type = 'EA'
order by c.scope_no, v.exported_at, v.import_id
