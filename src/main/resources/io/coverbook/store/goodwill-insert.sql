-- Writes down a credit that is asked for. Parameters: invoice, line, amount, second, at, actor, reason. One row.
insert into goodwill (invoice_number, line, amount, second_person, at, actor, reason)
values (:invoice, :line, :amount, :second, :at, :actor, :reason)
returning goodwill_id
