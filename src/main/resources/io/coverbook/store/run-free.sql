-- Whether nobody holds the lock of whoever runs.
select not exists (select from pg_locks
                   where locktype = 'advisory' and classid = 0 and objid = 7203441 and granted
                     and database = (select oid from pg_database where datname = current_database())) as run_free
