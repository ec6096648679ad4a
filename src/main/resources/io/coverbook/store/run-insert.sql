-- Begins a run. One row; a second running one is refused by the index.
insert into run (purpose, as_of, period, state, actor, second_person, rules_version, policy_hash, reference_hash)
values (:purpose, :as_of, :period, 'RUNNING', :actor, :second_person, :rules, :policies, :reference)
returning run_id
