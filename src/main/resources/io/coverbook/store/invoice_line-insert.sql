-- Issues the lines. Parameters: run, month.
insert into invoice_line (invoice_number, line, plan_id, term, scope_no, tier, charge_date, service_until, quantity,
    unit_price, amount)
select i.invoice_number, l.line, c.plan_id, c.term, c.scope_no, c.tier, c.charge_date, c.service_until, 1, c.amount,
    c.amount
from invoice i
join proposed_invoice p on p.run_id = :run and p.bill_to = i.bill_to and p.currency = i.currency
                       and p.billing_profile_id is not distinct from i.billing_profile_id
join proposed_line l on l.run_id = :run and l.no = p.no
join charge c on c.plan_id = l.plan_id and c.term = l.term
where i.run_id = :run and i.posting_month = :month
order by i.invoice_number, l.line
