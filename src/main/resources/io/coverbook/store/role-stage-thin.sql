-- Keeps one row a role: the last line (X21). Returns how many went as count of the update.
delete from role_stage s
using (select user_id, role, scope, max(line) as kept
       from role_stage group by user_id, role, scope having count(*) > 1) r
where s.user_id = r.user_id and s.role = r.role and s.scope = r.scope and s.line <> r.kept
