-- A proposal that a person approved is issued by whoever runs. Parameters: run, by. Rows: 0 or 1.
update run set state = 'RUNNING', approved_by = :by, epoch = epoch + 1 where run_id = :run
    and state in ('PROPOSED', 'APPROVED') returning epoch
