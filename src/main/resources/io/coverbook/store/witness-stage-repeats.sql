-- How many records the file has more than once. One number.
select count(*) from (select 1 from witness_stage group by record_type, record_id having count(*) > 1) repeated
