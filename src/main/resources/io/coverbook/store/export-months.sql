-- The table months of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select to_char(m.month, 'YYYY-MM') as month, m.status, m.closed_at, m.invoices, m.credit_notes,
    nullif(m.total, '') as total
from (select month, 'CLOSED' as status, closed_on as closed_at, invoices, credit_notes, totals as total from month_close
      union all
      select g.month::date, 'OPEN', null, null, null, null
      from generate_series(
          coalesce((select min(month) from month_close),
              (select date_trunc('month', min(charge_date))::date from charge)),
          date_trunc('month', @on::date), interval '1 month') as g(month)
      where not exists (select from month_close c where c.month = g.month::date)) m
order by m.month
