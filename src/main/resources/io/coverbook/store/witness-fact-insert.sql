-- Adds the records that no file has told before. Parameters: import, at. One row a newcomer.
insert into witness_fact (import_id, line, exported_at, first_exported_at, fingerprint, record_type, record_id, source,
    billing_account_id, subscription_id, name, plan_tier, amount, currency, from_on, through_on, at, state, detail)
select :import, s.line, :at, :at, s.fingerprint, s.record_type, s.record_id, s.source, s.billing_account_id,
    s.subscription_id, s.name, s.plan_tier, s.amount, s.currency, s.from_on, s.through_on, s.at, s.state, s.detail
from witness_stage s
where not exists (select from witness_fact f where f.record_type = s.record_type and f.record_id = s.record_id)
order by s.record_type, s.record_id
