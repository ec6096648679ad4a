-- The bills with what the rule said of their dates, tax and total. Parameter: run. One row an invoice.
insert into proposed_invoice (run_id, no, bill_to, billing_profile_id, currency, agreement_line, line_count, subtotal,
                              invoice_date, due_date, payment_method, tax_rate, tax, total, issued)
select :run, p.no, p.bill_to, p.billing_profile_id, p.currency, p.agreement_line, p.line_count, p.subtotal,
    s.invoice_date,
       s.due_date, s.payment_method, s.tax_rate, s.tax, s.total, s.issued
from bill_stage p
join invoice_terms_stage s using (no)
order by p.no
