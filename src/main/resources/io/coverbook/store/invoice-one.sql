-- An invoice. Parameter: invoice. One row or none.
select i.invoice_number, to_char(i.posting_month, 'YYYY-MM') as posting_month, i.posting_month as month_on, i.bill_to,
       i.billing_profile_id, i.currency, i.invoice_date, i.due_date, i.payment_method, i.tax_rate, i.subtotal, i.tax,
       i.total, i.line_count, i.status, i.run_id, a.scope_no as account_no
from invoice i
left join scope a on a.scope_type = 'ACCOUNT' and a.scope_id = i.bill_to
where i.invoice_number = :invoice
