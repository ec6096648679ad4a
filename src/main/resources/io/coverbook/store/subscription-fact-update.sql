-- Brings changed rows up to the file; the database keeps what they were. Parameters: import, at. One row a change.
update subscription_fact f
set (import_id, line, exported_at, fingerprint, absent, account_no, ea_no, display_name, product_category, state,
    state_since, created_on, scope_since, ended_on, updated_at, span_count, span_from, span_until, standing)
  = (:import, s.line, :at, s.fingerprint, false, a.scope_no, e.scope_no, s.display_name, s.product_category, s.state,
      s.state_since, s.created_on, s.scope_since, s.ended_on, s.updated_at, s.span_count, s.span_from, s.span_until,
      s.standing)
from subscription_news n
join subscription_stage s on s.ctid = n.place
join scope a on a.scope_type = 'ACCOUNT' and a.scope_id = s.account_id
left join scope e on e.scope_type = 'EA' and e.scope_id = s.ea_id
where n.known and f.subscription_id = n.subscription_id
