-- The newest run there is, whatever became of it. One number, none before the first.
select max(run_id) from run
