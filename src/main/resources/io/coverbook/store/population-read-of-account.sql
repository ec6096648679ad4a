-- When accounts with plans have subscriptions, and active ones, in order of scope. A stream of the
-- scopes of one part. Parameters: from_scope, until_scope.
select s.scope_no, range_agg(daterange(s.from_on, s.until_on)) as present,
       range_agg(daterange(s.from_on, s.until_on)) filter (where s.standing = 0) as active
from (select f.account_no as scope_no, f.span_from as from_on, f.span_until as until_on, f.standing
      from subscription_fact f
      where f.span_count = 1 and f.ea_no is null and f.account_no >= :from_scope and f.account_no < :until_scope
      union all
      select p.scope_no, p.from_on, p.until_on, p.standing from subscription_span p
      where p.scope_no >= :from_scope and p.scope_no < :until_scope) s
join decided_stage d on d.scope_no = s.scope_no
join scope c on c.scope_no = s.scope_no and c.scope_type = 'ACCOUNT'
where exists (select from plan_fact p where p.scope_no = s.scope_no)
group by s.scope_no
order by s.scope_no
