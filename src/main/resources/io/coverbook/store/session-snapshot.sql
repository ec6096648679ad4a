-- The moment that the open transaction sees, for another transaction to see, too. One name.
select pg_export_snapshot()
