-- Brings changed rows up to the file; the database keeps what they were. Parameters: import, at. One row a change.
update plan_fact f
set (import_id, line, exported_at, fingerprint, absent, scope_no, account_no, display_name, tier, channel, purchased_at,
    coverage_start, contract_end, auto_renew, auto_renew_changed_at, cancel_requested_at, cancel_channel,
    billing_frequency, promo_price, promo_until, updated_at)
  = (:import, s.line, :at, s.fingerprint, false, coalesce(e.scope_no, a.scope_no), a.scope_no, s.display_name, s.tier,
      s.channel, s.purchased_at, s.coverage_start, s.contract_end, s.auto_renew, s.auto_renew_changed_at,
      s.cancel_requested_at, s.cancel_channel, s.billing_frequency, s.promo_price, s.promo_until, s.updated_at)
from plan_stage s
join scope a on a.scope_type = 'ACCOUNT' and a.scope_id = s.account_id
left join scope e on e.scope_type = 'EA' and e.scope_id = s.linked_ea_id
where f.plan_id = s.plan_id and (f.fingerprint <> s.fingerprint or f.absent)
