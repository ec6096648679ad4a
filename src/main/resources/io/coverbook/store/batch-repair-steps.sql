-- Steps that are marked as running though no program runs any more. Nobody runs: the lock is held by us.
update batch_step_execution set status = 'FAILED', exit_code = 'FAILED', end_time = coalesce(end_time, now()),
    version = version + 1
where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
