-- What role definitions allow, and what lies below management groups. Parameter: ids. One row each.
select record_id as id, detail
from witness_fact
where record_type in ('ROLE_DEFINITION', 'MANAGEMENT_GROUP') and detail is not null and record_id in (:ids)
