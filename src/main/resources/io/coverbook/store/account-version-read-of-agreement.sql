-- Every version of the billing account of each agreement, in the order of agreement-version-read. A stream of
-- the customers of one part. Parameters: from_customer, until_customer.
select o.scope_no, c.scope_id, v.exported_at, v.absent, v.agreement_type, v.country, v.currency, v.currency_since,
       v.customer_id, v.status, v.status_since, v.payment_method, v.payment_method_status, v.payment_method_expiry,
       v.billing_profile_id, v.e_mail,
       v.program, v.benefit_valid_to, v.incidents_remaining
from decided_stage d
join agreement_customer o using (scope_no)
join scope c on c.scope_no = o.account_no
join (select * from account_fact union all select * from account_past) v on v.scope_no = o.account_no
where o.customer_id >= :from_customer and o.customer_id < :until_customer
order by o.customer_id, o.scope_no, v.exported_at, v.import_id
