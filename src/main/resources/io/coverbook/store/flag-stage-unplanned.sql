-- Bills for support of others on which no plan of ours stands: the first of each subscription or account. Parameter:
-- on.
insert into flag_stage
select distinct on (object_type, object_id) 'CHARGED_WITHOUT_PLAN', object_type, object_id, 'ACTION', first_seen, null
from (select case when w.subscription_id is null then 'ACCOUNT' else 'SUBSCRIPTION' end as object_type,
             coalesce(w.subscription_id, w.billing_account_id) as object_id,
             coalesce(w.from_on, (w.at at time zone 'UTC')::date,
                 (w.first_exported_at at time zone 'UTC')::date) as first_seen
      from witness_fact w
      where w.record_type in ('INVOICE', 'TRANSACTION') and w.detail like 'SUPPORT%' and w.amount > 0
        and coalesce(w.subscription_id, w.billing_account_id) is not null
        and not exists (select from plan_fact p where p.plan_id = w.subscription_id)
        and (w.subscription_id is not null
             or not exists (select from plan_fact p join scope a on a.scope_no = p.account_no
                            where a.scope_id = w.billing_account_id))) bill
where first_seen <= :on
order by object_type, object_id, first_seen
