-- The instant of the oldest export of roles. One value or null.
select min(exported_at) as first from import_file where kind = 'role-assignments' and outcome = 'ACCEPTED'
