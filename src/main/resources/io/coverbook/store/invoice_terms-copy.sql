-- Takes the decided dates, tax and totals, in binary.
copy invoice_terms_stage (no, invoice_date, due_date, payment_method, tax_rate, tax, total, issued)
    from stdin (format binary)
