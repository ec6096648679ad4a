-- Empties the staging of payment states.
truncate invoice_status_stage
