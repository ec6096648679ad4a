-- Flags every id for which the file has different rows (X21). Parameters: on, run. One row an id.
insert into flag (code, object_type, object_id, severity, first_seen, origin, run_id)
select 'DUPLICATE_CONFLICT', 'EA', ea_id, 'ACTION', :on, 'IMPORT', :run
from agreement_stage
group by ea_id
having count(distinct fingerprint) > 1
on conflict (code, object_type, object_id) do update set first_seen = excluded.first_seen, run_id = excluded.run_id
