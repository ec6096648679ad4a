-- When agreements have subscriptions, and active ones, in the order of agreement-version-read. A stream.
select o.scope_no, range_agg(daterange(s.from_on, s.until_on)) as present,
       range_agg(daterange(s.from_on, s.until_on)) filter (where s.standing = 0) as active
from agreement_customer o
join (select coalesce(f.ea_no, f.account_no) as scope_no, f.span_from as from_on, f.span_until as until_on, f.standing
      from subscription_fact f where f.span_count = 1
      union all
      select p.scope_no, p.from_on, p.until_on, p.standing from subscription_span p) s using (scope_no)
group by o.customer_id, o.scope_no
order by o.customer_id, o.scope_no
