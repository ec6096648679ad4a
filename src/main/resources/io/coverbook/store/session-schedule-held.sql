-- Whether this session still holds the lock of the schedule; a session that broke does not. One truth.
select exists (select from pg_locks where locktype = 'advisory' and objid = 7203442 and pid = pg_backend_pid()
    and granted)
