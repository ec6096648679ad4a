-- Agreements as an export would write them. Parameter: ids. One row each.
select c.scope_id as id, f.customer_id, f.status_since, f.relationship, f.partner_account_id, f.country, f.currency,
       f.support_level, f.support_coverage_start, f.support_coverage_end, f.promo_price, f.promo_until, f.order_status,
       f.ordered_level, f.order_date, f.order_changed_on, f.temp_request_at, f.temp_level, f.temp_description,
       f.notification_contacts, f.cancel_requested_at, f.cancel_channel, f.updated_at
from agreement_fact f
join scope c using (scope_no)
where c.scope_type = 'EA' and c.scope_id in (:ids)
