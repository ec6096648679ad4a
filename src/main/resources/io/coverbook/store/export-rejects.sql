-- The table rejects of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select i.file, r.line, r.code, nullif(r.field, '') as field, nullif(r.value, '') as value, r.message
from import_reject r
join import_file i using (import_id)
order by i.file collate "C", r.line, r.import_id, r.nth
