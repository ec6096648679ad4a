-- The payments of the plans of agreements, those on their own rows too, in the order of agreement-version-read. A
-- stream of the customers of one part. Parameters: from_customer, until_customer.
select o.scope_no, y.plan_id, y.at, y.result
from (select scope_no, plan_id from plan_fact
      union all
      select scope_no, 'EA:' || scope_id from scope where scope_type = 'EA') n
join payment y using (plan_id)
join agreement_customer o using (scope_no)
join decided_stage d using (scope_no)
where o.customer_id >= :from_customer and o.customer_id < :until_customer
order by o.customer_id, o.scope_no, y.plan_id, y.at, y.result, y.import_id, y.line
