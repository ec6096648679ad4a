-- Agreements that have no plan, open and not waived, that were not told of: each time they begin to lack one.
-- Parameters: code, today.
select concat_ws('|', f.code, f.object_id, f.first_seen) as event_key, f.object_id as about, f.run_id,
       f.object_id as agreement, coalesce(a.display_name, a.customer_id, '') as customer, f.first_seen as since,
       v.due_on as due_date, n.scope_id as account,
       (select count(*) from subscription_fact u
        where u.ea_no = s.scope_no and not u.absent and u.state in ('ACTIVE', 'WARNED', 'PAST_DUE')) as subscriptions
from flag f
join scope s on s.scope_type = 'EA' and s.scope_id = f.object_id
left join agreement_fact e using (scope_no)
left join account_fact a on a.scope_no = e.account_no
left join scope n on n.scope_no = e.account_no
left join lateral (select x.due_on from ea_verdict x where x.scope_no = s.scope_no and x.from_on <= cast(:today as date)
                   order by x.from_on desc limit 1) v on true
left join flag_waived w on w.code = f.code and w.object_type = f.object_type and w.object_id = f.object_id
                       and w.until_on >= cast(:today as date)
where f.code = :code and f.object_type = 'EA' and f.resolved_on is null and w.code is null
  and not exists (select from outbox o where o.event_key = concat_ws('|', f.code, f.object_id, f.first_seen))
order by v.due_on, f.object_id
