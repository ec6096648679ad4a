-- Brings changed records up to the file, unless a newer one told them. Parameters: import, at. One row a change.
update witness_fact f
set (import_id, line, exported_at, fingerprint, source, billing_account_id, subscription_id, name, plan_tier, amount,
    currency, from_on, through_on, at, state, detail)
  = (:import, s.line, :at, s.fingerprint, s.source, s.billing_account_id, s.subscription_id, s.name, s.plan_tier,
      s.amount, s.currency, s.from_on, s.through_on, s.at, s.state, s.detail)
from witness_stage s
where f.record_type = s.record_type and f.record_id = s.record_id and f.fingerprint <> s.fingerprint
    and f.exported_at <= :at
