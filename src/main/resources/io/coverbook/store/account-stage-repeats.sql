-- How many ids the file has more than once. One number.
select count(*) from (select 1 from account_stage group by account_id having count(*) > 1) repeated
