-- Agreements for people, with their verdict on a day and their open flags, waived ones left out unless asked for.
-- Parameters: on, today; and (null: all) flagged, waived, status, verdict, account (an id, or a part of a customer's
-- name). An agreement that has not been reconciled yet has no verdict.
select s.scope_id as ea_id, coalesce(a.display_name, a.customer_id) as customer, h.scope_id as billing_account_id,
    e.status,
       v.verdict, v.reason, v.plan_id, v.due_on as due_date,
       (select count(*) from subscription_fact f
        where f.ea_no = e.scope_no and not f.absent and f.state in ('ACTIVE', 'WARNED',
            'PAST_DUE')) as active_subscriptions,
       o.flags
from agreement_fact e
join scope s using (scope_no)
left join scope h on h.scope_no = e.account_no
left join account_fact a on a.scope_no = e.account_no
left join ea_verdict v on v.scope_no = e.scope_no and v.from_on <= cast(:on as date) and v.until_on > cast(:on as date)
left join lateral (select string_agg(g.code, ' ' order by g.code) as flags
                   from flag g
                   left join flag_waived w on w.code = g.code and w.object_type = 'EA' and w.object_id = g.object_id
                                          and w.until_on >= cast(:today as date)
                   where g.object_type = 'EA' and g.object_id = s.scope_id and g.resolved_on is null
                     and (cast(:waived as boolean) is not null or w.until_on is null)) o on true
where (cast(:status as text) is null or e.status = :status)
  and (cast(:verdict as text) is null or v.verdict = :verdict)
  and (cast(:account as text) is null or s.scope_id = :account or h.scope_id = :account
       or position(lower(:account) in lower(a.display_name)) > 0)
  and (cast(:flagged as boolean) is null or o.flags is not null)
order by (array[v.due_on])[cast(:flagged as boolean)::int], s.scope_id collate "C"
limit cast(:most as bigint) offset cast(:skip as bigint)
