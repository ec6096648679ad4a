-- Takes decided rows, in binary.
copy cover_stage (scope_no, from_on, until_on, tier, source, plan_id, reason, technical, max_severity)
    from stdin (format binary)
