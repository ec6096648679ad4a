-- The table invoices of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select invoice_number, to_char(posting_month, 'YYYY-MM') as posting_month, bill_to, billing_profile_id, currency,
    invoice_date,
       due_date, subtotal, tax, total, credit_applied, status
from invoice
where @period is null or posting_month = @period
order by invoice_number collate "C"
