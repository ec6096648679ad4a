-- Forgets an unfinished proposal of the same run. Parameter: run.
delete from proposed_invoice where run_id = :run
