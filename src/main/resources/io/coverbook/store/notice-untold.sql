-- Notices with the plan and customer they are about, that were not told of. Parameters: prefix of their event keys,
-- kinds as an array, from (a day).
select concat_ws('|', cast(:prefix as text), n.kind, n.object_id, n.due_on) as event_key, n.object_id as about,
    n.run_id, n.kind,
       n.object_id as plan, n.due_on as due_date, n.recipient, p.tier, p.contract_end, p.covered_through, s.scope_type,
       s.scope_id as scope, coalesce(a.display_name, a.customer_id, s.scope_id) as customer, a.country
from notice n
left join plan_state p on p.plan_id = n.object_id
left join scope s using (scope_no)
left join agreement_fact e on e.scope_no = p.scope_no
left join account_fact a on a.scope_no = coalesce(e.account_no, p.scope_no)
where n.due_on >= cast(:from as date) and n.kind = any (string_to_array(:kinds, ','))
  and not exists (select from outbox o
                  where o.event_key = concat_ws('|', cast(:prefix as text), n.kind, n.object_id, n.due_on))
order by n.due_on, n.kind, n.object_id
