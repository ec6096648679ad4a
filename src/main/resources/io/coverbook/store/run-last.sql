-- The hashes the last finished run used. One row or none.
select run_id, policy_hash, reference_hash from run where state in ('DONE', 'PROPOSED') order by run_id desc limit 1
