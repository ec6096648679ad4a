-- Runs that say they are running while nobody holds the lock: a moment's look, for a figure.
select count(*) as runs
from run
where state = 'RUNNING'
  and not exists (select from pg_locks
                  where locktype = 'advisory' and classid = 0 and objid = 7203441 and granted
                    and database = (select oid from pg_database where datname = current_database()))
