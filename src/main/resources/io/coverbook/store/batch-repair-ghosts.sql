-- Instances whose program was killed before it wrote an execution: they could never be started again.
delete from batch_job_instance i
where not exists (select from batch_job_execution e where e.job_instance_id = i.job_instance_id)
