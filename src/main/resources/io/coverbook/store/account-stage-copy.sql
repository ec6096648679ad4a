-- Takes the rows of one export file, in binary. As many rows as the file has good lines.
copy account_stage (line, fingerprint, account_id, agreement_type, country, currency, customer_id, display_name, status,
    status_since, currency_since, payment_method, payment_method_status, payment_method_expiry, billing_profile_id,
    program, benefit_valid_to, incidents_remaining, created_on, updated_at, legal_name, street, city, postal_code,
    vat_id, e_mail, purchase_order) from stdin (format binary)
