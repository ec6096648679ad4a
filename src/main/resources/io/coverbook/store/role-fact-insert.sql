-- Adds the rows the file shows for the first time, in order of their key. Parameters: import, at, on. One row a
-- newcomer.
insert into role_fact (user_id, role, scope, scope_written, import_id, line, exported_at, exported_on,
    first_exported_on, fingerprint, subscription_ids, actions, is_partner, partner_benefit, everywhere, rank, retired,
    may_create, may_manage, can_assign, entitling)
select s.user_id, s.role, s.scope, s.scope_written, :import, s.line, :at, :on, :on, s.fingerprint, s.subscription_ids,
    s.actions, s.is_partner, s.partner_benefit, s.everywhere, s.rank, s.retired, s.may_create, s.may_manage,
    s.can_assign, s.entitling
from role_stage s
where not exists (select from role_fact f where f.user_id = s.user_id and f.role = s.role and f.scope = s.scope)
order by s.user_id, s.role, s.scope
