-- Gives the lock back.
select pg_advisory_unlock(7203441)
