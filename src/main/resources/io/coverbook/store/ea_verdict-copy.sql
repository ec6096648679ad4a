-- Takes decided rows, in binary.
copy ea_verdict_stage (scope_no, from_on, until_on, verdict, plan_id, reason, due_on, run_id) from stdin (format binary)
