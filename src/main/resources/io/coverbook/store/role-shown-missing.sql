-- How many stored roles on the subscriptions that a list shows it no longer has, and how many there are (A7). One row.
select count(*) filter (where s.user_id is null) as missing, count(*) as stored
from role_fact f
join (select distinct split_part(scope, '/', 3) as id from role_stage where scope like '/subscriptions/%') n
    on f.scope like '/subscriptions/%' and n.id = split_part(f.scope, '/', 3)
left join role_stage s on s.user_id = f.user_id and s.role = f.role and s.scope = f.scope
where not f.absent
