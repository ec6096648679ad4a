-- Writes the decided terms into the proposal. Parameter: run. One row an invoice.
update proposed_invoice p
set invoice_date = s.invoice_date, due_date = s.due_date, payment_method = s.payment_method, tax_rate = s.tax_rate,
    tax = s.tax, total = s.total, issued = s.issued
from invoice_terms_stage s
where p.run_id = :run and s.no = p.no
