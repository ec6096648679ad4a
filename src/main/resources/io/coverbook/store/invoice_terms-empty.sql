-- Empties the staging of invoice terms.
truncate invoice_terms_stage
