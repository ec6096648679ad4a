-- Marks the roles that a list of their subscription no longer has (A7). Parameters: import, at, on. One row a missing
-- one.
update role_fact f
set import_id = :import, line = 0, exported_at = :at, exported_on = :on, absent = true
from (select distinct split_part(scope, '/', 3) as id from role_stage where scope like '/subscriptions/%') n
where not f.absent and f.scope like '/subscriptions/%' and n.id = split_part(f.scope, '/', 3)
  and not exists (select from role_stage s where s.user_id = f.user_id and s.role = f.role and s.scope = f.scope)
