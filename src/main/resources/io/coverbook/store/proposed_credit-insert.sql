-- Proposes one credit note. One row.
insert into proposed_credit (run_id, no, bill_to, currency, invoice_number, plan_id, term, reason, amount, tax)
values (:run, :no, :bill_to, :currency, :invoice, :plan, :term, :reason, :amount, :tax)
