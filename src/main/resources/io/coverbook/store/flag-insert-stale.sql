-- Flags a file that came after a newer one of its kind (A9). Parameters: file, on, run. One row.
insert into flag (code, object_type, object_id, severity, first_seen, origin, run_id)
values ('STALE_EXPORT', 'FILE', :file, 'ACTION', :on, 'IMPORT', :run)
on conflict (code, object_type, object_id) do nothing
