-- The accounts that any version of theirs ever gave to a customer. Parameter: customer.
select a.scope_no
from (select scope_no, customer_id from account_fact union all select scope_no, customer_id from account_past) a
where a.customer_id = :customer
union
select scope_no from scope where scope_type = 'ACCOUNT' and scope_id = :customer
