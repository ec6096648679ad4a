-- Takes the rows of one export file, in binary. As many rows as the file has good lines.
copy agreement_stage (line, fingerprint, ea_id, account_id, status, start_date, end_date, customer_id, status_since,
    relationship, partner_account_id, country, currency, support_level, support_coverage_start, support_coverage_end,
    promo_price, promo_until, order_status, ordered_level, order_date, order_changed_on, temp_request_at, temp_level,
    temp_description, notification_contacts, cancel_requested_at, cancel_channel, updated_at) from stdin (format binary)
