-- Executions that are marked as running though no program runs any more.
update batch_job_execution set status = 'FAILED', exit_code = 'FAILED', end_time = coalesce(end_time, now()),
    version = version + 1
where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
