-- A run begins to decide by what is imported and said now; nothing is known to rest until it has recorded all of it.
-- Parameters: run, first.
insert into decision_mark (through_import, through_ruling, first_on, run_id, complete)
select (select coalesce(max(import_id), 0) from import_file), (select coalesce(max(ruling_id), 0) from ruling), :first, :run,
       false
on conflict (only_one) do update
set (through_import, through_ruling, first_on, run_id, complete) =
    (excluded.through_import, excluded.through_ruling, excluded.first_on, excluded.run_id, false)
