-- Flags every role for which the file has different rows (X21). Parameters: on, run. One row a role.
insert into flag (code, object_type, object_id, severity, first_seen, origin, run_id)
select 'DUPLICATE_CONFLICT', 'ROLE', concat_ws('|', user_id, role, (array_agg(scope_written order by line desc))[1]),
    'ACTION', :on, 'IMPORT', :run
from role_stage
group by user_id, role, scope
having count(distinct fingerprint) > 1
on conflict (code, object_type, object_id) do update set first_seen = excluded.first_seen, run_id = excluded.run_id
