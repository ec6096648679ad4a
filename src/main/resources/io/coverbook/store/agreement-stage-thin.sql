-- Keeps one row an id: the latest updated_at, else the last line (X21). Returns how many went as count of the update.
delete from agreement_stage s
using (select ea_id, (array_agg(line order by updated_at desc nulls last, line desc))[1] as kept
       from agreement_stage group by ea_id having count(*) > 1) r
where s.ea_id = r.ea_id and s.line <> r.kept
