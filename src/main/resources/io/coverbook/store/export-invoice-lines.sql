-- The table invoice-lines of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select l.invoice_number, l.line, l.plan_id, l.term, s.scope_type, s.scope_id, l.tier, l.charge_date,
       l.charge_date as service_from, l.service_until - 1 as service_through, l.quantity, l.unit_price, l.amount
from invoice_line l
join scope s using (scope_no)
where @period is null or exists (select from invoice i where i.invoice_number = l.invoice_number
    and i.posting_month = @period)
order by l.invoice_number collate "C", l.line
