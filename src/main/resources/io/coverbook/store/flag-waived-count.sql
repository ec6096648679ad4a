-- How many flags the list for people leaves out because they are waived. Parameters as in flag-list.
select count(*)
from flag f
join flag_waived w on w.code = f.code and w.object_type = f.object_type and w.object_id = f.object_id
                  and w.until_on >= cast(:today as date)
where f.resolved_on is null
  and (cast(:code as text) is null or f.code = :code)
  and (cast(:severity as text) is null or f.severity = :severity)
  and (cast(:object as text) is null or position(lower(:object) in lower(f.object_id)) > 0)
