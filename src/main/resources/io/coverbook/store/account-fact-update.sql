-- Brings changed rows up to the file; the database keeps what they were. Parameters: import, at. One row a change.
update account_fact f
set (import_id, line, exported_at, fingerprint, absent, agreement_type, country, currency, customer_id, display_name,
    status, status_since, currency_since, payment_method, payment_method_status, payment_method_expiry,
    billing_profile_id, program, benefit_valid_to, incidents_remaining, created_on, updated_at, legal_name, street,
    city, postal_code, vat_id, e_mail, purchase_order)
  = (:import, s.line, :at, s.fingerprint, false, s.agreement_type, s.country, s.currency, s.customer_id, s.display_name,
      s.status, s.status_since, s.currency_since, s.payment_method, s.payment_method_status, s.payment_method_expiry,
      s.billing_profile_id, s.program, s.benefit_valid_to, s.incidents_remaining, s.created_on, s.updated_at,
      s.legal_name, s.street, s.city, s.postal_code, s.vat_id, s.e_mail, s.purchase_order)
from account_news n
join account_stage s on s.ctid = n.place
where n.known and f.scope_no = n.scope_no
