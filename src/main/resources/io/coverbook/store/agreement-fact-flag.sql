-- Flags what has just gone missing (A6). Parameters: import, on, run. One row a missing one.
insert into flag (code, object_type, object_id, severity, first_seen, origin, run_id)
select 'MISSING_FROM_EXPORT', 'EA', c.scope_id, 'ACTION', :on, 'IMPORT', :run
from agreement_fact f join scope c using (scope_no)
where f.absent and f.import_id = :import
on conflict (code, object_type, object_id) do update set first_seen = excluded.first_seen, run_id = excluded.run_id
