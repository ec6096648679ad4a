-- Stores the runs of subscriptions that this file brought first. Parameter: import. One row a run.
insert into subscription_span (subscription_no, from_on, until_on, account_no, scope_no, standing)
select f.subscription_no, p.from_on, p.until_on, a.scope_no, coalesce(e.scope_no, a.scope_no), p.standing
from subscription_span_stage p
join subscription_fact f using (subscription_id)
join scope a on a.scope_type = 'ACCOUNT' and a.scope_id = p.account_id
left join scope e on e.scope_type = 'EA' and e.scope_id = p.ea_id
where f.import_id = :import
order by f.subscription_no, p.from_on
on conflict (subscription_no, from_on) do nothing
