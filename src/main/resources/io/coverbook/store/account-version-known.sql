-- Every version of some accounts as far as imports are known, and their ids. Parameters: scopes, before, run.
select c.scope_no, c.scope_id, v.display_name, v.file, v.line, v.exported_at, v.absent, v.agreement_type, v.country,
    v.currency,
       v.currency_since, v.customer_id, v.status, v.status_since, v.payment_method, v.payment_method_status,
       v.payment_method_expiry, v.billing_profile_id, v.e_mail, v.program, v.benefit_valid_to, v.incidents_remaining
from scope c
left join (select f.*, i.file
           from (select * from account_fact union all select * from account_past) f
           join import_file i using (import_id)
           where f.scope_no = any(:scopes) and i.exported_at < :before and i.run_id <= :run) v using (scope_no)
where c.scope_no = any(:scopes) and c.scope_type = 'ACCOUNT'
order by c.scope_no, v.exported_at, v.import_id
