-- Ends that flag for the agreements whose row no longer states it. Parameter: on. One row an agreement.
update flag f
set resolved_on = greatest(f.first_seen, :on)
from agreement_stage s
where f.code = 'COVERAGE_OUTSIDE_TERM' and f.object_type = 'EA' and f.object_id = s.ea_id and f.resolved_on is null
  and not ((coalesce(s.support_coverage_start > s.end_date, false) and s.status <> 'EXTENDED')
           or coalesce(s.support_coverage_end < s.start_date, false))
