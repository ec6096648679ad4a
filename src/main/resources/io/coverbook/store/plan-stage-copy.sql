-- Takes the rows of one export file, in binary. As many rows as the file has good lines.
copy plan_stage (line, fingerprint, plan_id, account_id, display_name, tier, channel, purchased_at, coverage_start,
    contract_end, auto_renew, auto_renew_changed_at, cancel_requested_at, cancel_channel, billing_frequency,
    promo_price, promo_until, linked_ea_id, updated_at) from stdin (format binary)
