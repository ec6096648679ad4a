-- The run that closed a month, its policies, and the newest export that had been imported by then. Parameter: month.
-- One row or none.
select r.run_id, r.as_of, r.started_at, p.body as policies, m.closed_on,
       (select max(i.exported_at) from import_file i where i.outcome = 'ACCEPTED' and i.run_id <= r.run_id) as newest
from month_close m
join run r using (run_id)
join policy_set p on p.hash = r.policy_hash
where m.month = :month
