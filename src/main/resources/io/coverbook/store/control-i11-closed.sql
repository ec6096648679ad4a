-- I11: the documents of closed months are what they were.
select coalesce((select string_agg(to_char(m.month, 'YYYY-MM'), ', ' order by m.month) from month_close m
                 where m.documents_hash <> (select encode(sha256(convert_to(coalesce(string_agg(d.h, '' order by d.k),
                     ''), 'UTF8')), 'hex') from (select invoice_number as k,
                     md5(concat_ws('|', i.invoice_number, i.bill_to, i.billing_profile_id, i.currency,
             i.invoice_date, i.due_date, i.subtotal, i.tax, i.total, l.lines)) as h
      from invoice i
      join (select v.invoice_number,
          string_agg(concat_ws('|', v.line, v.plan_id, v.term, v.tier, v.charge_date, v.service_until, v.amount),
                                                ';' order by v.line) as lines
            from invoice w
            join invoice_line v on v.invoice_number = w.invoice_number
            where w.posting_month = m.month
            group by v.invoice_number) l using (invoice_number)
      where i.posting_month = m.month
      union all
      select credit_note_number,
          md5(concat_ws('|', credit_note_number, bill_to, currency, invoice_number, plan_id, term,
                                               reason, amount, tax, total))
      from credit_note where posting_month = m.month) d)), 'unchanged') as left_side,
       'unchanged' as right_side,
       null as named
