-- Marks the rows that a full snapshot no longer has (A7). Parameters: import, at, on. One row a missing one.
update role_fact f
set import_id = :import, line = 0, exported_at = :at, exported_on = :on, absent = true
where not f.absent
  and not exists (select from role_stage s where s.user_id = f.user_id and s.role = f.role and s.scope = f.scope)
