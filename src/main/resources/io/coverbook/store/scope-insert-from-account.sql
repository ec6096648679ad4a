-- Gives a number to every account id the file shows or names. Up to one row an account, none on a known one.
insert into scope (scope_type, scope_id)
select 'ACCOUNT', s.account_id
from account_stage s
where not exists (select from scope c where c.scope_type = 'ACCOUNT' and c.scope_id = s.account_id)
order by s.account_id
