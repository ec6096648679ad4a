-- When the newest accepted file of each kind of snapshot was exported. No parameters.
select kind, max(exported_at) as exported_at
from import_file
where outcome = 'ACCEPTED' and kind <> 'payments'
group by kind
order by kind collate "C"
