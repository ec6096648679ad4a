-- Takes decided rows, in binary.
copy scope_rest_stage (scope_no, rests_through, customer_id) from stdin (format binary)
