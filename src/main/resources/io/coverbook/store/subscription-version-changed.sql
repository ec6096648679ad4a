-- Every version of the subscriptions that this import changed, in order. Parameter: import.
select v.subscription_id, v.exported_at, v.absent, a.scope_id as account_id, e.scope_id as ea_id, v.state,
       v.state_since, v.created_on, v.scope_since, v.ended_on
from (select * from subscription_fact where import_id = :import
      union all
      select p.* from subscription_past p join subscription_fact f using (subscription_no)
          where f.import_id = :import) v
join scope a on a.scope_no = v.account_no
left join scope e on e.scope_no = v.ea_no
where exists (select from subscription_past p where p.subscription_no = v.subscription_no)
order by v.subscription_id collate "C", v.exported_at, v.import_id
