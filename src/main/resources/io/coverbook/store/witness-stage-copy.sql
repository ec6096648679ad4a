-- Takes the rows of one export file, in binary. As many rows as the file has good lines.
copy witness_stage (line, fingerprint, record_type, record_id, source, billing_account_id, subscription_id, name,
    plan_tier, amount, currency, from_on, through_on, at, state, detail) from stdin (format binary)
