-- Takes the rows of one export file, in binary. As many rows as the file has good lines.
copy subscription_stage (line, fingerprint, subscription_id, account_id, ea_id, display_name, product_category, state,
    state_since, created_on, scope_since, ended_on, updated_at, span_count, span_from, span_until, standing)
    from stdin (format binary)
