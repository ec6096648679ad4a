-- The other plans of a plan's scope that are paid for on a day, and those bought on it that go on as this one. Held
-- ones are none that run. Parameters: plan, on.
select p.plan_id, p.scope_no, p.tier, p.start_on, p.status, p.merged_into
from plan_state q
join plan_state p on p.scope_no = q.scope_no and p.plan_id <> q.plan_id
where q.plan_id = :plan and p.status <> 'HELD'
  and ((p.merged_into = q.plan_id and p.start_on = :on)
       or exists (select from term t
                  where t.plan_id = p.plan_id and t.service_from <= :on and t.service_until > :on))
order by p.start_on, p.plan_id
