-- A run, what it was for and what it used. Parameter: run. One row.
select r.run_id, r.purpose, r.as_of, to_char(r.period, 'YYYY-MM') as period, r.state, r.actor, r.approved_by,
    r.started_at,
       r.rules_version, r.policy_hash, r.reference_hash, p.body as policies
from run r
join policy_set p on p.hash = r.policy_hash
where r.run_id = :run
