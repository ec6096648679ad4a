-- A charge, the invoice line it stands on and the credit note against it. Parameters: plan, term. One row or none.
select c.charge_date, c.service_until - 1 as service_through, c.tier, nullif(c.currency, '') as currency, c.amount,
    c.state,
       c.hold_reason, to_char(c.posting_month, 'YYYY-MM') as posting_month,
       coalesce(c.posting_month > c.charge_date, false) as late, c.bill_to, c.run_id, l.invoice_number, l.line,
       (select string_agg(n.credit_note_number, ', ' order by n.no)
        from (select d.credit_note_number, d.no from credit_note d
              where d.plan_id = c.plan_id and d.term = c.term and d.reason <> 'GOODWILL'
              union all
              select d.credit_note_number, d.no from credit_note d
              where d.goodwill_id = any(array(select g.goodwill_id from goodwill g
                                              where g.invoice_number = l.invoice_number
                                                  and g.line = l.line))) n) as credit_notes
from charge c
left join invoice_line l on l.plan_id = c.plan_id and l.term = c.term
where c.plan_id = :plan and c.term = :term
