-- How many stored rows the full snapshot no longer has, and how many there are (A6). One row.
select count(*) filter (where not exists (select from plan_stage s where s.plan_id = f.plan_id)) as missing, count(*) as stored
from plan_fact f
where not f.absent
