-- The run that is marked as running though its program is gone: nobody else holds the lock. One row or none.
select run_id, purpose, as_of, period, epoch from run where state = 'RUNNING'
