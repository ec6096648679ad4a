-- The last run that decided cover, and its policies: what the entitlement table rests on. One row or none.
select r.run_id, r.as_of, r.started_at, p.body as policies
from run r
join policy_set p on p.hash = r.policy_hash
where r.run_id = (select max(run_id) from run_step where name = 'cover')
