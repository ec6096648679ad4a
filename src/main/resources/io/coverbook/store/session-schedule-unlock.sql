-- Gives the lock of the schedule back.
select pg_advisory_unlock(7203442)
