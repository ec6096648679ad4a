-- Drops the runs of rows that another row of the file replaced (X21).
delete from subscription_span_stage p
where not exists (select from subscription_stage s where s.subscription_id = p.subscription_id and s.line = p.line)
