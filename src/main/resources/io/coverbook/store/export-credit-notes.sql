-- The table credit-notes of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select credit_note_number, to_char(posting_month, 'YYYY-MM') as posting_month, bill_to, currency, invoice_number,
    plan_id, term,
       reason, amount, tax, total
from credit_note
where @period is null or posting_month = @period
order by credit_note_number collate "C"
