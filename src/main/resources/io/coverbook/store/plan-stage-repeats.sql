-- How many ids the file has more than once. One number.
select count(*) from (select 1 from plan_stage group by plan_id having count(*) > 1) repeated
