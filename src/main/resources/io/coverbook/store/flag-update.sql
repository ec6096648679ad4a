-- Brings recorded flags to what the rules derive now (G2). Parameter: run.
update flag t
set severity = s.severity, first_seen = s.first_seen, resolved_on = s.resolved_on, run_id = :run
from flag_stage s
where t.code = s.code and t.object_type = s.object_type and t.object_id = s.object_id and t.origin = 'RECONCILE'
  and (t.severity, t.first_seen, t.resolved_on) is distinct from (s.severity, s.first_seen, s.resolved_on)
