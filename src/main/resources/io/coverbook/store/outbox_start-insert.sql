-- Lets telling begin: with the last run and its files, and with notices from the day on. Parameter: day. Rows: 0 or 1.
insert into outbox_start (run_id, import_id, from_on)
select greatest(coalesce((select max(run_id) from run), 0) - 1, 0),
       coalesce((select max(import_id) from import_file
                 where run_id < (select max(run_id) from run)), 0),
       cast(:day as date)
on conflict do nothing
