-- How many stored rows of the accounts that a list shows it no longer has, and how many there are (A6). One row.
select count(*) filter (where s.subscription_id is null) as missing, count(*) as stored
from subscription_fact f
join scope a on a.scope_no = f.account_no
join (select account_id from subscription_stage union select account_id from plan_stage) n on n.account_id = a.scope_id
left join subscription_stage s on s.subscription_id = f.subscription_id
where not f.absent
