-- Accounts on whose bill a credit was used for support, which the terms of credits do not allow. Parameter: on.
insert into flag_stage
select 'CREDIT_USED_FOR_SUPPORT', 'ACCOUNT', w.billing_account_id, 'INFO', min(d.day), null
from witness_fact w
cross join lateral (select coalesce((w.at at time zone 'UTC')::date, w.from_on) as day) d
where w.record_type = 'TRANSACTION' and w.detail like '%CREDIT_APPLIED%' and w.billing_account_id is not null
    and d.day <= :on
group by w.billing_account_id
