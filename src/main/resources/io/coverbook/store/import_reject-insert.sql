-- Keeps the rejects, several of a line where one entry makes several rows. Parameter: import. One row a reject.
insert into import_reject (import_id, line, code, field, value, message, raw, nth)
select :import, line, code, field, value, message, raw,
    row_number() over (partition by line order by code, field, value collate "C", message collate "C")
from reject_stage
