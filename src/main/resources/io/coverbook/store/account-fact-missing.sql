-- How many stored rows the full snapshot no longer has, and how many there are (A6). One row.
select count(*) filter (where not exists (select from account_stage s join scope c on c.scope_type = 'ACCOUNT' and c.scope_id = s.account_id where c.scope_no = f.scope_no)) as missing, count(*) as stored
from account_fact f
where not f.absent
