-- Credited charges that no credit note covers yet, with what their invoice and its other credit notes hold (C9, L13).
select c.plan_id, c.term, c.amount, c.currency, i.bill_to, i.invoice_number, i.tax_rate, i.tax as invoice_tax,
       i.subtotal as invoice_subtotal, coalesce(p.credit_reason, 'CORRECTION') as reason,
       coalesce((select sum(n.amount) from credit_note n where n.invoice_number = i.invoice_number), 0) as credited,
       coalesce((select sum(n.tax) from credit_note n where n.invoice_number = i.invoice_number), 0) as credited_tax
from charge c
join invoice_line l on l.plan_id = c.plan_id and l.term = c.term
join invoice i using (invoice_number)
left join plan_state p on p.plan_id = c.plan_id
where c.state = 'CREDITED' and c.amount > 0
  and not exists (select from credit_note n where n.plan_id = c.plan_id and n.term = c.term and n.reason <> 'GOODWILL')
order by i.bill_to, c.currency, c.plan_id, c.term
