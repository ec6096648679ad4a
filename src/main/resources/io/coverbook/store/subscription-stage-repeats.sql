-- How many ids the file has more than once. One number.
select count(*) from (select 1 from subscription_stage group by subscription_id having count(*) > 1) repeated
