-- Takes an orphaned run over; waits for what its old program still writes and locks it out after. Parameter: run.
update run set epoch = epoch + 1, actor = :actor, as_of = :as_of, policy_hash = :policies, reference_hash = :reference,
    rules_version = :rules where run_id = :run returning epoch
