-- Forgets what the job repository kept of executions long ago. Parameter: before, in UTC.
delete from batch_job_execution
where end_time < :before
