-- Marks the rows that a full snapshot no longer has (A6). Parameters: import, at. One row a missing one.
update subscription_fact f
set import_id = :import, line = 0, exported_at = :at, absent = true
where not f.absent and not exists (select from subscription_stage s where s.subscription_id = f.subscription_id)
