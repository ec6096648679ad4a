-- The entitlements follow every import there is.
insert into spread_mark (through_import)
select coalesce(max(import_id), 0) from import_file
on conflict (only_one) do update set through_import = excluded.through_import
