-- Forgets an unfinished proposal of the same run. Parameter: run.
delete from proposed_credit where run_id = :run
