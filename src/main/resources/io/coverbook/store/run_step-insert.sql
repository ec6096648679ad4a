-- How long a step of a run took. One row.
insert into run_step values (:run, :epoch, :name, :millis, :rows) on conflict (run_id, epoch, name) do nothing
