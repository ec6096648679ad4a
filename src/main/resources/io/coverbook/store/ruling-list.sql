-- What people decided about the flags of a plan, the last first. Parameters: plan, code (null: all).
select kind, code, at, actor, reason
from ruling
where plan_id = :plan and (cast(:code as text) is null or code = :code)
order by ruling_id desc
