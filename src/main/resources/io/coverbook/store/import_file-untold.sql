-- Files that were refused, or had rows rejected, and were not told of. Parameter: import, after which.
select concat_ws('|', 'FILE', i.import_id) as event_key, i.file as about, i.run_id, i.import_id, i.file, i.kind,
    i.outcome,
       i.code, i.message, i.read as rows_read, i.rejected as rows_rejected, i.exported_at
from import_file i
where i.import_id > :import and (i.outcome = 'REFUSED' or i.rejected > 0)
  and not exists (select from outbox o where o.event_key = concat_ws('|', 'FILE', i.import_id))
order by i.import_id
