-- Ends the run. Parameters: run, epoch, state, note.
update run set state = :state, note = :note, facts_version = :facts, ended_at = now() where run_id = :run
    and epoch = :epoch and state = 'RUNNING'
