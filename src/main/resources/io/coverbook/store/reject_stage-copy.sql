-- Takes the rejected lines of one file, in binary.
copy reject_stage (line, code, field, value, message, raw) from stdin (format binary)
