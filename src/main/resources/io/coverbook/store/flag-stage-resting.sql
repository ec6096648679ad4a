-- The flags that the rules raised about scopes which rest, as they are recorded: they would raise them again.
-- Parameter: codes (those that rules raise about scopes).
insert into flag_stage
select t.code, t.object_type, t.object_id, t.severity, t.first_seen, t.resolved_on
from flag t
left join plan_fact f on t.object_type = 'PLAN' and f.plan_id = t.object_id
left join scope c on c.scope_type = case t.object_type when 'PLAN' then 'EA' else t.object_type end
                 and c.scope_id = case when t.object_type <> 'PLAN' then t.object_id
                                       when f.plan_id is null and t.object_id like 'EA:%'
                                           then substr(t.object_id, 4) end
where t.origin = 'RECONCILE' and t.code = any (:codes)
  and not exists (select from decided_stage d where d.scope_no = coalesce(f.scope_no, c.scope_no))
