-- The last and the first closed month. One row.
select max(month) as last, min(month) as first, count(*) as months from month_close
