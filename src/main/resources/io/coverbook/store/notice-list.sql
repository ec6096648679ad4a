-- Notices for people. Parameters (null: all): kind, object, since, until (days).
select n.due_on as due_date, n.kind, n.object_id, n.recipient
from notice n
where (cast(:kind as text) is null or n.kind = :kind)
  and (cast(:object as text) is null or position(lower(:object) in lower(n.object_id)) > 0)
  and (cast(:since as date) is null or n.due_on >= cast(:since as date))
  and (cast(:until as date) is null or n.due_on <= cast(:until as date))
order by n.due_on, n.kind, n.object_id
