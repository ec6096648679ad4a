-- A line of an invoice, and what is left of it to be credited. Parameters: invoice, line. One row or none.
select i.currency, l.plan_id, l.term, l.amount, c.state,
       l.amount
       - coalesce((select sum(g.amount) from goodwill g where g.invoice_number = l.invoice_number and g.line = l.line),
           0)
       - coalesce((select sum(n.amount) from credit_note n
                   where n.plan_id = l.plan_id and n.term = l.term and n.reason <> 'GOODWILL'), 0) as remaining
from invoice i
join invoice_line l using (invoice_number)
join charge c on c.plan_id = l.plan_id and c.term = l.term
where i.invoice_number = :invoice and l.line = :line
