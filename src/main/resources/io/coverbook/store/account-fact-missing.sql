-- How many stored rows the full snapshot no longer has, and how many there are (A6). One row.
select count(*) filter (where s.key is null) as missing, count(*) as stored
from account_fact f
left join (select c.scope_no as key from account_stage s join scope c on c.scope_type = 'ACCOUNT' and c.scope_id = s.account_id) s on s.key = f.scope_no
where not f.absent
