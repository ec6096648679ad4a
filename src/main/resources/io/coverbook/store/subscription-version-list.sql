-- Every version of a subscription's row that exports have told, in order. Parameter: subscription.
select i.file, v.line, v.exported_at, v.subscription_id, v.display_name, v.state, v.state_since, v.created_on,
    v.ended_on,
       v.absent, a.scope_id as account_id, e.scope_id as ea_id
from (select * from subscription_fact where subscription_id = :subscription
      union all
      select * from subscription_past
      where subscription_no = (select subscription_no from subscription_fact where subscription_id = :subscription)) v
join import_file i using (import_id)
left join scope a on a.scope_no = v.account_no
left join scope e on e.scope_no = v.ea_no
order by v.exported_at, v.import_id
