-- Takes the lines that must be paid with the days on which they were, in binary.
copy settlement_stage (plan_id, term, invoice_number, settled_on) from stdin (format binary)
