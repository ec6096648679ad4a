-- The lock of whoever runs, held by a session of its own. True when it was free.
select pg_try_advisory_lock(7203441)
