-- Takes the runs of days of subscriptions that have several, in binary.
copy subscription_span_stage (subscription_id, line, from_on, until_on, account_id, ea_id, standing)
    from stdin (format binary)
