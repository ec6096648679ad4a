-- Keeps one row a record: the last line. Returns how many went as count of the update.
delete from witness_stage s
using (select record_type, record_id, max(line) as kept
       from witness_stage group by record_type, record_id having count(*) > 1) r
where s.record_type = r.record_type and s.record_id = r.record_id and s.line <> r.kept
