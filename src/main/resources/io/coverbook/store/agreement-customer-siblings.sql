-- The agreements that any version of theirs, or of their account, ever gave to a customer. Parameter: customer.
select f.scope_no
from (select scope_no, customer_id from agreement_fact union all select scope_no, customer_id from agreement_past) f
where f.customer_id = :customer
union
select g.scope_no
from (select account_no, scope_no from agreement_fact union all select account_no, scope_no from agreement_past) g
where g.account_no in (select a.scope_no
                       from (select scope_no, customer_id from account_fact
                             union all
                             select scope_no, customer_id from account_past) a
                       where a.customer_id = :customer
                       union
                       select scope_no from scope where scope_type = 'ACCOUNT' and scope_id = :customer)
union
select scope_no from scope where scope_type = 'EA' and scope_id = :customer
