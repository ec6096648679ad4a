-- The flags of an object that are not resolved, the heaviest first. Parameters: object, type (null: any).
select code, object_type, object_id, severity, first_seen
from flag
where object_id = :object and (cast(:type as text) is null or object_type = :type) and resolved_on is null
order by array_position(array['BLOCKER', 'ACTION', 'INFO'], severity), code
