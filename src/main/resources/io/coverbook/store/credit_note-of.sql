-- The credit notes against an invoice. Parameter: invoice.
select n.credit_note_number, to_char(n.posting_month, 'YYYY-MM') as posting_month, n.plan_id, n.term, n.reason,
    n.amount,
       n.tax, n.total
from credit_note n
where n.invoice_number = :invoice
order by n.series, n.no
