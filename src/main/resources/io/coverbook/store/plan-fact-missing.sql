-- How many stored rows the full snapshot no longer has, and how many there are (A6). One row.
select count(*) filter (where s.key is null) as missing, count(*) as stored
from plan_fact f
left join (select plan_id as key from plan_stage) s on s.key = f.plan_id
where not f.absent
