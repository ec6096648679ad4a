-- Every version of every account, and the ids that nobody has shown, in order of scope. A stream of the
-- scopes of one part. Parameters: from_scope, until_scope.
select c.scope_no, c.scope_id, v.exported_at, v.absent, v.agreement_type, v.country, v.currency, v.currency_since,
       v.customer_id, v.status, v.status_since, v.payment_method, v.payment_method_status, v.payment_method_expiry,
       v.billing_profile_id, v.e_mail,
       v.program, v.benefit_valid_to, v.incidents_remaining
from decided_stage d
join scope c using (scope_no)
left join (select * from account_fact where scope_no >= :from_scope and scope_no < :until_scope
           union all
           select * from account_past where scope_no >= :from_scope and scope_no < :until_scope) v using (scope_no)
where c.scope_type = 'ACCOUNT' and c.scope_no >= :from_scope and c.scope_no < :until_scope
order by c.scope_no, v.exported_at, v.import_id
