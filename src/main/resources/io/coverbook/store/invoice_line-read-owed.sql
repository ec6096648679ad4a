-- The lines that must be paid (C14), of invoices by wire and of terms that renewed without being paid, and the payments
-- of their plans that worked, plan by plan, each in order. A stream.
select x.plan_id, x.kind, x.term, x.invoice_number, x.charge_date, x.at, x.amount, x.currency, x.tax_rate
from (select l.plan_id, 'OWED' as kind, l.term, l.invoice_number, l.charge_date, null::timestamptz as at, l.amount,
             i.currency, i.tax_rate
      from invoice i
      join invoice_line l using (invoice_number)
      join charge c using (plan_id, term)
      where c.state <> 'CREDITED' and i.payment_method = 'WIRE'
      union all
      select l.plan_id, 'OWED', l.term, l.invoice_number, l.charge_date, null, l.amount, i.currency, i.tax_rate
      from term t
      join invoice_line l using (plan_id, term)
      join invoice i using (invoice_number)
      join charge c using (plan_id, term)
      where c.state <> 'CREDITED' and t.outcome = 'RENEWED_PAST_DUE' and i.payment_method <> 'WIRE'
      union all
      select p.plan_id, 'PAID', null, p.invoice_number, null, p.at, p.amount, null, null
      from payment p
      where p.result = 'SUCCESS' and exists (select from invoice_line l where l.plan_id = p.plan_id)) x
order by x.plan_id, x.kind, x.charge_date, x.term, x.at, x.invoice_number, x.amount
