-- Takes the proposed credit notes, in binary.
copy proposed_credit (run_id, no, bill_to, currency, invoice_number, plan_id, term, reason, amount, tax, goodwill_id)
    from stdin (format binary)
