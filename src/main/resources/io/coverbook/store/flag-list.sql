-- Flags for people: open ones first, the heaviest first, each with the line of the export that tells of its object, and
-- until when, by whom and why it is waived. Parameters: today; and (null: all) code, severity, object, open, and
-- waived: without it those that are waived are left out.
select f.severity, f.code, f.object_type, f.object_id, f.first_seen, f.resolved_on, w.until_on as waived_until,
       w.actor as waived_by, w.reason as waived_why, i.file, v.line
from flag f
left join scope s on s.scope_type = f.object_type and s.scope_id = f.object_id
left join scope r on f.object_type = 'PLAN' and r.scope_type = 'EA' and f.object_id = 'EA:' || r.scope_id
left join lateral (select p.import_id, p.line from plan_fact p where f.object_type = 'PLAN' and p.plan_id = f.object_id
                   union all
                   select a.import_id, a.line from account_fact a where f.object_type = 'ACCOUNT'
                       and a.scope_no = s.scope_no
                   union all
                   select e.import_id, e.line from agreement_fact e where e.scope_no = coalesce(s.scope_no, r.scope_no)
                   union all
                   select u.import_id, u.line from subscription_fact u
                   where f.object_type = 'SUBSCRIPTION' and u.subscription_id = f.object_id
                   limit 1) v on true
left join import_file i on i.import_id = v.import_id
left join flag_waived w on w.code = f.code and w.object_type = f.object_type and w.object_id = f.object_id
                       and w.until_on >= cast(:today as date) and f.resolved_on is null
where (cast(:code as text) is null or f.code = :code)
  and (cast(:severity as text) is null or f.severity = :severity)
  and (cast(:object as text) is null or position(lower(:object) in lower(f.object_id)) > 0)
  and (cast(:open as boolean) is null or f.resolved_on is null)
  and (cast(:waived as boolean) is not null or w.until_on is null)
order by f.resolved_on is not null, array_position(array['BLOCKER', 'ACTION', 'INFO'], f.severity), f.code,
         f.first_seen, f.object_type, f.object_id
limit cast(:most as bigint) offset cast(:skip as bigint)
