-- Takes decided rows, in binary.
copy flag_stage (code, object_type, object_id, severity, first_seen, resolved_on) from stdin (format binary)
