-- Ends an orphaned run that the present command does not continue. Parameter: run.
update run set state = 'FAILED', note = 'its program was gone', ended_at = now() where run_id = :run
