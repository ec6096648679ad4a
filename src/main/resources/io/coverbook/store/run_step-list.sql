-- The steps of a run. Parameters: run, epoch.
select name, millis, rows from run_step where run_id = :run and epoch = :epoch
