-- Makes or changes a choice.
insert into setting (key, value, run_id) values (:key, :value, :run)
    on conflict (key) do update set value = excluded.value, run_id = excluded.run_id
