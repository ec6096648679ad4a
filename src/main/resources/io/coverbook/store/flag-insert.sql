-- Raises the flags that are not recorded yet. Parameter: run.
insert into flag (code, object_type, object_id, severity, first_seen, resolved_on, origin, run_id)
select s.code, s.object_type, s.object_id, s.severity, s.first_seen, s.resolved_on, 'RECONCILE', :run
from flag_stage s
on conflict (code, object_type, object_id) do nothing
