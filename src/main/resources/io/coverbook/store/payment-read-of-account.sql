-- The payments of the plans of accounts, in order of scope, plan and time. A stream.
select p.scope_no, p.plan_id, y.at, y.result
from payment y
join plan_fact p using (plan_id)
join scope c on c.scope_no = p.scope_no and c.scope_type = 'ACCOUNT'
order by p.scope_no, p.plan_id, y.at, y.result, y.import_id, y.line
