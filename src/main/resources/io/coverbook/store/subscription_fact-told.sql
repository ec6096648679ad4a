-- What exports tell of a subscription on a day, else what they told first. Parameters: subscription, on, day_end. One
-- row.
select v.display_name, v.state, v.state_since, v.created_on, v.absent, v.ended_on, v.exported_at, i.file, v.line,
       coalesce(l.account_no, v.account_no) as account_no, coalesce(l.scope_no, v.ea_no, v.account_no) as scope_no
from (select * from subscription_fact where subscription_id = :subscription
      union all
      select * from subscription_past
      where subscription_no = (select subscription_no from subscription_fact where subscription_id = :subscription)) v
join import_file i using (import_id)
left join subscription_span l on l.subscription_no = v.subscription_no and l.from_on <= cast(:on as date)
    and l.until_on > cast(:on as date)
order by coalesce(v.state_since <= cast(:on as date), v.exported_at < cast(:day_end as timestamptz)) desc nulls last,
         extract(epoch from v.exported_at) * (1 - 2 * coalesce(v.state_since <= cast(:on as date),
             v.exported_at < cast(:day_end as timestamptz))::int),
         v.import_id desc
limit 1
