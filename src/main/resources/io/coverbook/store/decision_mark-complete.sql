-- All that the run decided is recorded. Parameter: run. One row if no other run has begun to decide since.
update decision_mark set complete = true where run_id = :run
