-- Keeps one row an id: the latest updated_at, else the last line (X21). Returns how many went as count of the update.
delete from plan_stage s
using (select plan_id, (array_agg(line order by updated_at desc nulls last, line desc))[1] as kept
       from plan_stage group by plan_id having count(*) > 1) r
where s.plan_id = r.plan_id and s.line <> r.kept
