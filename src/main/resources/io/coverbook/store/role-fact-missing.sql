-- How many stored rows the full snapshot no longer has, and how many there are (A7). One row.
select count(*) filter (where s.user_id is null) as missing, count(*) as stored
from role_fact f
left join role_stage s on s.user_id = f.user_id and s.role = f.role and s.scope = f.scope
where not f.absent
