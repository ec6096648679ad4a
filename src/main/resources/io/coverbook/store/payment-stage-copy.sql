-- Takes the rows of one payments file, in binary. As many rows as the file has good lines.
copy payment_stage (line, fingerprint, plan_id, at, result, invoice_number, amount) from stdin (format binary)
