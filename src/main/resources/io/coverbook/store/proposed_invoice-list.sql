-- The invoices that the open proposal would issue, for people. No parameters. One row an invoice, with the lines
-- counted.
select p.no, p.bill_to, a.display_name as customer, p.billing_profile_id, p.invoice_date, p.due_date,
    p.line_count as lines,
       p.subtotal, p.tax, p.total, p.currency
from proposed_invoice p
join run r using (run_id)
left join scope h on h.scope_type = 'ACCOUNT' and h.scope_id = p.bill_to
left join account_fact a on a.scope_no = h.scope_no
where r.state in ('PROPOSED', 'APPROVED') and p.issued
order by p.no
