-- Takes the proposed credit notes, in binary.
copy proposed_credit (run_id, no, bill_to, currency, invoice_number, plan_id, term, reason, amount, tax) from stdin (format binary)
