-- Which table must be filled before which: one row for every pair.
select distinct quote_ident(a.relname) as name, quote_ident(b.relname) as needs
from pg_constraint f
join pg_class a on a.oid = f.conrelid
join pg_class b on b.oid = f.confrelid
where f.contype = 'f' and a.oid <> b.oid
  and a.relnamespace = (select oid from pg_namespace where nspname = current_schema())
order by 1, 2
