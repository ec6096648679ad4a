-- Adds the rows the file shows for the first time, in order of their key. Parameters: import, at. One row a newcomer.
insert into agreement_fact (scope_no, import_id, line, exported_at, first_exported_at, fingerprint, account_no, status,
    start_date, end_date, customer_id, status_since, relationship, partner_account_id, country, currency, support_level,
    support_coverage_start, support_coverage_end, promo_price, promo_until, order_status, ordered_level, order_date,
    order_changed_on, temp_request_at, temp_level, temp_description, notification_contacts, cancel_requested_at,
    cancel_channel, updated_at)
select c.scope_no, :import, s.line, :at, :at, s.fingerprint, a.scope_no, s.status, s.start_date, s.end_date,
    s.customer_id, s.status_since, s.relationship, s.partner_account_id, s.country, s.currency, s.support_level,
    s.support_coverage_start, s.support_coverage_end, s.promo_price, s.promo_until, s.order_status, s.ordered_level,
    s.order_date, s.order_changed_on, s.temp_request_at, s.temp_level, s.temp_description, s.notification_contacts,
    s.cancel_requested_at, s.cancel_channel, s.updated_at
from agreement_stage s
join scope c on c.scope_type = 'EA' and c.scope_id = s.ea_id
join scope a on a.scope_type = 'ACCOUNT' and a.scope_id = s.account_id
where not exists (select from agreement_fact f where f.scope_no = c.scope_no)
order by c.scope_no
