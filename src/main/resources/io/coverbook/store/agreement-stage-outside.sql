-- Flags every agreement whose row in a list of Azure's states coverage that lies wholly outside its term (O21); in the
-- extended term plans are bought rightly. Parameters: on, run. One row an agreement.
insert into flag (code, object_type, object_id, severity, first_seen, origin, run_id)
select 'COVERAGE_OUTSIDE_TERM', 'EA', s.ea_id, 'ACTION', :on, 'IMPORT', :run
from agreement_stage s
where (s.support_coverage_start > s.end_date and s.status <> 'EXTENDED') or s.support_coverage_end < s.start_date
on conflict (code, object_type, object_id) do update set resolved_on = null, run_id = excluded.run_id
