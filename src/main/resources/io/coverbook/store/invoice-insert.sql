-- Issues the proposed invoices: numbers without gap, in the order of the proposal. Parameters: run, month, series.
insert into invoice (series, no, invoice_number, posting_month, bill_to, billing_profile_id, currency, invoice_date,
                     due_date, payment_method, tax_rate, subtotal, tax, total, credit_applied, line_count, status,
                         run_id)
select d.series, d.last_no + n.k, d.series || '-' || to_char(d.last_no + n.k, 'FM999999999000000'), :month, p.bill_to,
       p.billing_profile_id, p.currency, p.invoice_date, p.due_date, p.payment_method, p.tax_rate, p.subtotal, p.tax,
       p.total, p.subtotal * 0, p.line_count, 'ISSUED', :run
from document_series d
cross join (select no, row_number() over (order by no) as k from proposed_invoice where run_id = :run and issued) n
join proposed_invoice p on p.run_id = :run and p.no = n.no
where d.series = :series
order by n.k
