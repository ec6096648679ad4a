-- The flags of a code about an object. Parameters: code, object.
select f.code, f.object_type, f.object_id, f.severity, f.first_seen, f.resolved_on, f.origin, f.run_id, s.scope_no
from flag f
left join scope s on s.scope_type = f.object_type and s.scope_id = f.object_id
where f.code = :code and f.object_id = :object
order by f.object_type
