-- The bills with every version of their bill-to account, in order; an unknown one is where its agreement is. A stream,
-- for the newest unfinished run, whose lines are proposed.
select p.no as scope_no, p.bill_to as scope_id, p.currency as invoice_currency, p.subtotal, p.agreement_line,
       (select min(f.country) from proposed_line l join charge c using (plan_id, term)
           join agreement_fact f using (scope_no)
        where l.run_id = (select run_id from run where state = 'RUNNING') and l.no = p.no
            and v.scope_no is null) as agreement_country,
       v.exported_at, v.absent, v.agreement_type, v.country, v.currency, v.currency_since, v.customer_id, v.status,
       v.status_since, v.payment_method, v.payment_method_status, v.payment_method_expiry, v.billing_profile_id,
           v.e_mail,
       v.program, v.benefit_valid_to, v.incidents_remaining
from bill_stage p
left join scope b on b.scope_type = 'ACCOUNT' and b.scope_id = p.bill_to
left join (select * from account_fact union all select * from account_past) v on v.scope_no = b.scope_no
order by p.no, v.exported_at, v.import_id
