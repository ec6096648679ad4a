-- How many roles the file has more than once. One number.
select count(*) from (select 1 from role_stage group by user_id, role, scope having count(*) > 1) repeated
