-- The table flags of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select code, object_type, object_id, severity, first_seen, resolved_on
from flag
order by code collate "C", object_type collate "C", object_id collate "C"
