-- Moves the day of the run, when an earlier run was later already (A10).
update run set as_of = :as_of where run_id = :run
