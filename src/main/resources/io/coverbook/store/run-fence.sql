-- Whether the run may still write; keeps it from being taken over until the transaction ends. One row or none.
select 1 from run where run_id = :run and epoch = :epoch and state = 'RUNNING' for share
