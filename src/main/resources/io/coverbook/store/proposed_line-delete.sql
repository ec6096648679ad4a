-- Forgets an unfinished proposal of the same run. Parameter: run.
delete from proposed_line where run_id = :run
