-- Every table that keeps something, with its columns in order, in the order of names: what a backup holds. Staging
-- tables are emptied by every job and hold nothing worth keeping; what was migrated is told by the schema's version.
select quote_ident(c.relname) as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
where c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
  and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> 'flyway_schema_history'
group by c.relname
order by c.relname collate "C"
