-- How many stored rows the full snapshot no longer has, and how many there are (A6). One row.
select count(*) filter (where s.key is null) as missing, count(*) as stored
from subscription_fact f
left join (select subscription_id as key from subscription_stage) s on s.key = f.subscription_id
where not f.absent
