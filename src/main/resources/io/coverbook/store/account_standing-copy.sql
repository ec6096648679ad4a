-- Takes decided rows, in binary.
copy account_standing_stage (scope_no, from_on, until_on, standing) from stdin (format binary)
