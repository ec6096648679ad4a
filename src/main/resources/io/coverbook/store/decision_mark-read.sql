-- Through which import and which word of people everything recorded follows the facts, if it was decided by the same
-- rules, policies and reference data. Parameters: run, first, rules. One row or none.
select m.through_import, m.through_ruling
from decision_mark m
join run b on b.run_id = m.run_id
join run n on n.run_id = :run
where m.complete and m.first_on = :first and m.rules = :rules
  and (b.policy_hash, b.reference_hash) = (n.policy_hash, n.reference_hash)
