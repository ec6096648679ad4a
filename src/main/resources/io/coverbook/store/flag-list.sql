-- Flags for people: open ones first, the heaviest first. Parameters (null: all): code, severity, object, open.
select f.severity, f.code, f.object_type, f.object_id, f.first_seen, f.resolved_on
from flag f
where (cast(:code as text) is null or f.code = :code)
  and (cast(:severity as text) is null or f.severity = :severity)
  and (cast(:object as text) is null or position(lower(:object) in lower(f.object_id)) > 0)
  and (cast(:open as boolean) is null or f.resolved_on is null)
order by f.resolved_on is not null, array_position(array['BLOCKER', 'ACTION', 'INFO'], f.severity), f.code,
         f.first_seen, f.object_type, f.object_id
