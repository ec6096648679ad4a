-- Keeps one row an id: the latest updated_at, else the last line (X21). Returns how many went as count of the update.
delete from account_stage s
using (select account_id, (array_agg(line order by updated_at desc nulls last, line desc))[1] as kept
       from account_stage group by account_id having count(*) > 1) r
where s.account_id = r.account_id and s.line <> r.kept
