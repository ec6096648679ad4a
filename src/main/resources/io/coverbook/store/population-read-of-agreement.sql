-- When agreements have subscriptions, and active ones, in the order of agreement-version-read. A stream of
-- the customers of one part. Parameters: from_customer, until_customer.
select o.scope_no, range_agg(daterange(s.from_on, s.until_on)) as present,
       range_agg(daterange(s.from_on, s.until_on)) filter (where s.standing = 0) as active
from decided_stage d
join agreement_customer o using (scope_no)
join (select f.ea_no as scope_no, f.span_from as from_on, f.span_until as until_on, f.standing
      from subscription_fact f where f.span_count = 1 and f.ea_no is not null
      union all
      select p.scope_no, p.from_on, p.until_on, p.standing from subscription_span p) s using (scope_no)
where o.customer_id >= :from_customer and o.customer_id < :until_customer
group by o.customer_id, o.scope_no
order by o.customer_id, o.scope_no
