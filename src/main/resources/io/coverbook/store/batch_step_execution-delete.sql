-- Forgets what the job repository kept of executions long ago. Parameter: before, in UTC.
delete from batch_step_execution
where job_execution_id in (select e.job_execution_id from batch_job_execution e where e.end_time < :before)
