-- Issues the proposed credit notes. Parameters: run, month, series.
insert into credit_note (series, no, credit_note_number, posting_month, bill_to, currency, invoice_number, plan_id,
    term,
                         reason, amount, tax, total, run_id, goodwill_id)
select d.series, d.last_no + n.k, d.series || '-' || to_char(d.last_no + n.k, 'FM999999999000000'), :month, p.bill_to,
    p.currency,
       p.invoice_number, p.plan_id, p.term, p.reason, p.amount, p.tax, p.amount + p.tax, :run, p.goodwill_id
from document_series d
cross join (select no, row_number() over (order by no) as k from proposed_credit where run_id = :run) n
join proposed_credit p on p.run_id = :run and p.no = n.no
where d.series = :series
order by n.k
