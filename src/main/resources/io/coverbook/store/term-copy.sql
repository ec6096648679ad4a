-- Takes decided rows, in binary.
copy term_stage (plan_id, term, service_from, service_until, outcome, run_id, billed) from stdin (format binary)
