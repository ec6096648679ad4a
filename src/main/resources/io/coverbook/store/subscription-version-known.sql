-- Every version of some subscriptions as far as imports are known. Parameters: subscriptions, before, run.
select v.subscription_id, v.display_name, i.file, v.line, v.exported_at, v.absent, a.scope_id as account_id,
       e.scope_id as ea_id, v.account_no, v.ea_no, v.state, v.state_since, v.created_on, v.scope_since, v.ended_on
from subscription_fact f
cross join lateral (select * from subscription_fact n where n.subscription_id = f.subscription_id
                    union all
                    select * from subscription_past p where p.subscription_no = f.subscription_no) v
join import_file i on i.import_id = v.import_id
join scope a on a.scope_no = v.account_no
left join scope e on e.scope_no = v.ea_no
where f.subscription_id = any(:subscriptions) and i.exported_at < :before and i.run_id <= :run
order by v.subscription_id, v.exported_at, v.import_id
