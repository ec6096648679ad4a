-- Every version of an account's row that exports have told, in order. Parameter: scope.
select i.file, v.line, v.exported_at, s.scope_id as account_id, v.display_name, v.agreement_type, v.country, v.currency,
       v.currency_since, v.status, v.status_since, v.payment_method, v.payment_method_status, v.payment_method_expiry,
       v.absent
from (select * from account_fact union all select * from account_past) v
join scope s using (scope_no)
join import_file i using (import_id)
where v.scope_no = :scope
order by v.exported_at, v.import_id
