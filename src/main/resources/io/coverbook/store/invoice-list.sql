-- Invoices for people. Parameters (null: all): status, period, currency, account (an id, or a part of a customer's
-- name).
select i.invoice_number, to_char(i.posting_month, 'YYYY-MM') as posting_month, i.bill_to, a.display_name as customer,
       i.billing_profile_id, i.invoice_date, i.due_date, i.subtotal, i.tax, i.total, i.currency, i.credit_applied,
           i.status
from invoice i
left join scope h on h.scope_type = 'ACCOUNT' and h.scope_id = i.bill_to
left join account_fact a on a.scope_no = h.scope_no
where (cast(:status as text) is null or i.status = :status)
  and (cast(:period as date) is null or i.posting_month = cast(:period as date))
  and (cast(:currency as text) is null or i.currency = :currency)
  and (cast(:account as text) is null or i.bill_to = :account
       or position(lower(:account) in lower(a.display_name)) > 0)
order by i.invoice_number collate "C"
limit cast(:most as bigint) offset cast(:skip as bigint)
