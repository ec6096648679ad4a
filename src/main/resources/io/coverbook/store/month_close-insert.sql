-- Closes the month and seals its documents (X13, I11). Parameters: run, month, on.
insert into month_close (month, closed_on, run_id, invoices, credit_notes, totals, documents_hash)
select :month, :on, :run,
       (select count(*) from invoice where posting_month = :month),
       (select count(*) from credit_note where posting_month = :month),
       coalesce((select string_agg(t.currency || '=' || t.total, ';' order by t.currency collate "C")
                 from (select currency, sum(total) as total from invoice where posting_month = :month
                     group by currency) t), ''),
       (select encode(sha256(convert_to(coalesce(string_agg(d.h, '' order by d.k), ''), 'UTF8')), 'hex')
           from (select invoice_number as k,
           md5(concat_ws('|', i.invoice_number, i.bill_to, i.billing_profile_id, i.currency,
             i.invoice_date, i.due_date, i.subtotal, i.tax, i.total, l.lines)) as h
      from invoice i
      join (select v.invoice_number,
          string_agg(concat_ws('|', v.line, v.plan_id, v.term, v.tier, v.charge_date, v.service_until, v.amount),
                                                ';' order by v.line) as lines
            from invoice w
            join invoice_line v on v.invoice_number = w.invoice_number
            where w.posting_month = :month
            group by v.invoice_number) l using (invoice_number)
      where i.posting_month = :month
      union all
      select credit_note_number,
          md5(concat_ws('|', credit_note_number, bill_to, currency, invoice_number, plan_id, term,
                                               reason, amount, tax, total))
      from credit_note where posting_month = :month) d)
