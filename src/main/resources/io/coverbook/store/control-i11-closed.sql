-- I11: the documents of closed months are what they were.
select coalesce((select string_agg(to_char(m.month, 'YYYY-MM'), ', ' order by m.month) from month_close m
                 where m.documents_hash <> (select encode(sha256(convert_to(coalesce(string_agg(d.h, '' order by d.k), ''), 'UTF8')), 'hex') from (select invoice_number as k, md5(concat_ws('|', i.invoice_number, i.bill_to, i.billing_profile_id, i.currency,
             i.invoice_date, i.due_date, i.subtotal, i.tax, i.total, l.lines)) as h
      from invoice i
      join (select invoice_number, string_agg(concat_ws('|', line, plan_id, term, tier, charge_date, service_until, amount), ';'
                                              order by line) as lines
            from invoice_line group by invoice_number) l using (invoice_number)
      where i.posting_month = m.month
      union all
      select credit_note_number, md5(concat_ws('|', credit_note_number, bill_to, currency, invoice_number, plan_id, term,
                                               reason, amount, tax, total))
      from credit_note where posting_month = m.month) d)), 'unchanged') as left_side,
       'unchanged' as right_side
