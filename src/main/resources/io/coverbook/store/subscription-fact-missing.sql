-- How many stored rows the full snapshot no longer has, and how many there are (A6). One row.
select count(*) filter (where not exists (select from subscription_stage s where s.subscription_id = f.subscription_id)) as missing, count(*) as stored
from subscription_fact f
where not f.absent
