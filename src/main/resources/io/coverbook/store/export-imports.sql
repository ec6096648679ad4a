-- The table imports of the contract, in its order. Placeholders: @period (a first of month or null), @on (a day).
select to_char(exported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as exported_at, file, kind, sha256, read,
    added,
       changed, unchanged, duplicates, rejected
from import_file
where outcome <> 'REFUSED'
order by exported_at, file collate "C", import_id
