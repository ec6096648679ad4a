-- A credit note with the line it is against, and who wanted it where somebody did. Parameter: note.
select n.credit_note_number, to_char(n.posting_month, 'YYYY-MM') as posting_month, n.bill_to, n.currency,
    n.invoice_number,
       l.line, l.amount as line_amount, n.plan_id, n.term, n.reason, n.amount, n.tax, n.total, n.run_id,
       g.actor as wanted_by, to_char(g.at at time zone 'UTC', 'YYYY-MM-DD') as wanted_on, g.reason as wanted_for,
       a.actor as approved_by
from credit_note n
left join invoice_line l on l.invoice_number = n.invoice_number and l.plan_id = n.plan_id and l.term = n.term
left join goodwill g using (goodwill_id)
left join goodwill_approval a using (goodwill_id)
where n.credit_note_number = :note
