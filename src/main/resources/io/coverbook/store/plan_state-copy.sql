-- Takes decided rows, in binary.
copy plan_state_stage (plan_id, scope_no, tier, channel, start_on, status, covered_through, contract_end, merged_into,
    ending_on, ending_outcome, run_id, ends, cancelled) from stdin (format binary)
