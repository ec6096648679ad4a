-- One bill for every bill-to account, profile and currency with open charges of the month (X12). Parameter: month.
insert into bill_stage (no, bill_to, billing_profile_id, currency, agreement_line, line_count, subtotal)
select row_number() over (order by g.bill_to, g.billing_profile_id nulls first, g.currency), g.*
from (select c.bill_to, a.billing_profile_id, c.currency, bool_or(s.scope_type = 'EA'), count(*), sum(c.amount)
      from charge c
      join scope s on s.scope_no = c.scope_no
      left join scope b on b.scope_type = 'ACCOUNT' and b.scope_id = c.bill_to
      left join account_fact a on a.scope_no = b.scope_no
      where c.state = 'OPEN' and c.posting_month = :month
      group by c.bill_to, a.billing_profile_id, c.currency) g
