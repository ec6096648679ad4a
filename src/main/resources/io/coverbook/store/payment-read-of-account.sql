-- The payments of the plans of accounts, in order of scope, plan and time. A stream of the scopes of one
-- part. Parameters: from_scope, until_scope.
select p.scope_no, p.plan_id, y.at, y.result
from payment y
join plan_fact p using (plan_id)
join decided_stage d on d.scope_no = p.scope_no
join scope c on c.scope_no = p.scope_no and c.scope_type = 'ACCOUNT'
where p.scope_no >= :from_scope and p.scope_no < :until_scope
order by p.scope_no, p.plan_id, y.at, y.result, y.import_id, y.line
