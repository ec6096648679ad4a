-- Marks the rows that a full snapshot no longer has (A6). Parameters: import, at. One row a missing one.
update agreement_fact f
set import_id = :import, line = 0, exported_at = :at, absent = true
where not f.absent and not exists (select from agreement_stage s join scope c on c.scope_type = 'EA'
    and c.scope_id = s.ea_id where c.scope_no = f.scope_no)
