-- Credits of a line that wait for a second person, in order. Parameters: invoice, line.
select g.goodwill_id, g.amount, g.actor
from goodwill g
where g.invoice_number = :invoice and g.line = :line and g.second_person
  and not exists (select from goodwill_approval a where a.goodwill_id = g.goodwill_id)
order by g.goodwill_id
