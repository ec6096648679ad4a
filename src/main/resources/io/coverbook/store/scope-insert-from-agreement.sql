-- Gives a number to every agreement and account id the file shows or names.
insert into scope (scope_type, scope_id)
select n.scope_type, n.scope_id
from (select 'ACCOUNT' as scope_type, account_id as scope_id from agreement_stage
      union select 'EA', ea_id from agreement_stage) n
where not exists (select from scope c where c.scope_type = n.scope_type and c.scope_id = n.scope_id)
order by n.scope_type, n.scope_id
