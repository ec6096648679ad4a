-- Brings changed rows up to the file; the database keeps what they were. Parameters: import, at, on. One row a change.
-- The scope stays as it was first written, for people know the role by it (G3).
update role_fact f
set (import_id, line, exported_at, exported_on, fingerprint, absent, subscription_ids, actions, is_partner,
    partner_benefit, everywhere, rank, retired, may_create, may_manage, can_assign, entitling)
  = (:import, s.line, :at, :on, s.fingerprint, false, s.subscription_ids, s.actions, s.is_partner, s.partner_benefit,
      s.everywhere, s.rank, s.retired, s.may_create, s.may_manage, s.can_assign, s.entitling)
from role_stage s
where f.user_id = s.user_id and f.role = s.role and f.scope = s.scope and (f.fingerprint <> s.fingerprint or f.absent)
