-- How many ids the file has more than once. One number.
select count(*) from (select 1 from agreement_stage group by ea_id having count(*) > 1) repeated
