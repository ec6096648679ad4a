-- Accounts as an export would write them. Parameter: ids. One row each.
select c.scope_id as id, f.agreement_type, f.country, f.currency, f.customer_id, f.display_name, f.status,
    f.status_since,
       f.currency_since, f.payment_method, f.payment_method_status,
       to_char(f.payment_method_expiry, 'YYYY-MM') as payment_method_expiry, f.billing_profile_id, f.program,
       f.benefit_valid_to, f.incidents_remaining, f.created_on, f.updated_at, f.legal_name, f.street, f.city,
       f.postal_code, f.vat_id, f.e_mail, f.purchase_order
from account_fact f
join scope c using (scope_no)
where c.scope_type = 'ACCOUNT' and c.scope_id in (:ids)
