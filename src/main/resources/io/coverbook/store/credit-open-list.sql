-- Credited charges that no credit note covers yet, less what goodwill has given or gives on them, and goodwill that is
-- agreed and not issued; with what their invoice and its other credit notes hold (C9, L13, P50).
select o.plan_id, o.term, o.amount, i.currency, i.bill_to, i.invoice_number, i.tax_rate, i.tax as invoice_tax,
       i.subtotal as invoice_subtotal, o.reason, o.goodwill_id,
       coalesce((select sum(n.amount) from credit_note n where n.invoice_number = i.invoice_number), 0) as credited,
       coalesce((select sum(n.tax) from credit_note n where n.invoice_number = i.invoice_number), 0) as credited_tax
from (select l.invoice_number, c.plan_id, c.term, case when c.charge_date <@ p.cancelled::datemultirange
    then 'BACKDATED_CANCELLATION' else 'CORRECTION' end as reason, null::bigint as goodwill_id,
             c.amount
             - coalesce((select sum(n.amount) from credit_note n where n.plan_id = c.plan_id and n.term = c.term), 0)
             - coalesce((select sum(g.amount) from goodwill_open g where g.plan_id = c.plan_id and g.term = c.term),
                 0) as amount
      from charge c
      join invoice_line l on l.plan_id = c.plan_id and l.term = c.term
      left join plan_state p on p.plan_id = c.plan_id
      where c.state = 'CREDITED'
        and not exists (select from credit_note n where n.plan_id = c.plan_id and n.term = c.term
            and n.reason <> 'GOODWILL')
      union all
      select invoice_number, plan_id, term, 'GOODWILL', goodwill_id, amount from goodwill_open) o
join invoice i using (invoice_number)
where o.amount > 0
order by i.bill_to, i.currency, o.plan_id, o.term, o.goodwill_id nulls first
