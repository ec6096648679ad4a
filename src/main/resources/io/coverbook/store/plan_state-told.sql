-- The plans of a scope with the term of each on a day, else its last one before, and where each was read. The plan that
-- covers comes first, then the latest. Parameters: scope, on, plan (the covering one, or nothing).
select p.plan_id, p.tier, p.status, p.start_on, p.covered_through, p.contract_end, p.ending_on, p.ending_outcome,
       coalesce(i.file, j.file) as file, coalesce(f.line, e.line) as line,
       t.term, t.service_from, t.service_until - 1 as service_through, t.outcome,
       (select g.code from flag g where g.object_type = 'PLAN' and g.object_id = p.plan_id and g.severity = 'BLOCKER'
                                    and g.resolved_on is null order by g.code limit 1) as hold
from plan_state p
left join plan_fact f using (plan_id)
left join import_file i on i.import_id = f.import_id
left join agreement_fact e on e.scope_no = p.scope_no and p.plan_id like 'EA:%'
left join import_file j on j.import_id = e.import_id
left join lateral (select * from term t where t.plan_id = p.plan_id and t.service_from <= cast(:on as date)
                   order by t.term desc limit 1) t on true
where p.scope_no = :scope
order by p.plan_id = coalesce(cast(:plan as text), '') desc, p.start_on > cast(:on as date), p.start_on desc, p.plan_id
limit 4
