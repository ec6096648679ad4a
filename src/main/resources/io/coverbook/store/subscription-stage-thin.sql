-- Keeps one row an id: the latest updated_at, else the last line (X21). Returns how many went as count of the update.
delete from subscription_stage s
using (select subscription_id, (array_agg(line order by updated_at desc nulls last, line desc))[1] as kept
       from subscription_stage group by subscription_id having count(*) > 1) r
where s.subscription_id = r.subscription_id and s.line <> r.kept
