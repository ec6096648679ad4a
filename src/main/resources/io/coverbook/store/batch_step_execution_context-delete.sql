-- Forgets what the job repository kept of executions long ago. Parameter: before, in UTC.
delete from batch_step_execution_context
where step_execution_id in (select s.step_execution_id from batch_step_execution s
    join batch_job_execution e using (job_execution_id) where e.end_time < :before)
