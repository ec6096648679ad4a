-- The day on which a month was closed. Parameter: month. One row or none.
select closed_on from month_close where month = :month
