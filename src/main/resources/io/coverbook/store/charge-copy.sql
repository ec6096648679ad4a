-- Takes decided rows, in binary.
copy charge_stage (plan_id, term, charge_date, service_until, scope_no, tier, currency, amount, state, hold_reason,
    posting_month, bill_to) from stdin (format binary)
