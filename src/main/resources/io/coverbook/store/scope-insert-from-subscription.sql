-- Gives a number to every account and agreement id that the subscriptions and plans of the file name and that has none
-- yet.
insert into scope (scope_type, scope_id)
select n.scope_type, n.scope_id
from (select 'ACCOUNT' as scope_type, s.account_id as scope_id from subscription_stage s
      where not exists (select from scope c where c.scope_type = 'ACCOUNT' and c.scope_id = s.account_id)
      union select 'EA', s.ea_id from subscription_stage s
      where s.ea_id is not null
        and not exists (select from scope c where c.scope_type = 'EA' and c.scope_id = s.ea_id)
      union select 'ACCOUNT', s.account_id from subscription_span_stage s
      where not exists (select from scope c where c.scope_type = 'ACCOUNT' and c.scope_id = s.account_id)
      union select 'EA', s.ea_id from subscription_span_stage s
      where s.ea_id is not null
        and not exists (select from scope c where c.scope_type = 'EA' and c.scope_id = s.ea_id)
      union select 'ACCOUNT', s.account_id from plan_stage s
      where not exists (select from scope c where c.scope_type = 'ACCOUNT' and c.scope_id = s.account_id)
      union select 'EA', s.linked_ea_id from plan_stage s
      where s.linked_ea_id is not null
        and not exists (select from scope c where c.scope_type = 'EA' and c.scope_id = s.linked_ea_id)) n
order by n.scope_type, n.scope_id
