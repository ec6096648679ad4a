-- The lock of whoever works through the schedule, held by a session of its own. True when it was free.
select pg_try_advisory_lock(7203442)
