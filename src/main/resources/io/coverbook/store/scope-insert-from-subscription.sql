-- Gives a number to every account and agreement id that the subscriptions and plans of the file name.
insert into scope (scope_type, scope_id)
select n.scope_type, n.scope_id
from (select 'ACCOUNT' as scope_type, account_id as scope_id from subscription_stage
      union select 'EA', ea_id from subscription_stage where ea_id is not null
      union select 'ACCOUNT', account_id from subscription_span_stage
      union select 'EA', ea_id from subscription_span_stage where ea_id is not null
      union select 'ACCOUNT', account_id from plan_stage
      union select 'EA', linked_ea_id from plan_stage where linked_ea_id is not null) n
where not exists (select from scope c where c.scope_type = n.scope_type and c.scope_id = n.scope_id)
order by n.scope_type, n.scope_id
