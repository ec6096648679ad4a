-- Adds the rows the file shows for the first time, in order of their key. Parameters: import, at. One row a newcomer.
insert into plan_fact (plan_id, import_id, line, exported_at, first_exported_at, fingerprint, scope_no, account_no,
    display_name, tier, channel, purchased_at, coverage_start, contract_end, auto_renew, auto_renew_changed_at,
    cancel_requested_at, cancel_channel, billing_frequency, promo_price, promo_until, updated_at)
select s.plan_id, :import, s.line, :at, :at, s.fingerprint, coalesce(e.scope_no, a.scope_no), a.scope_no,
    s.display_name, s.tier, s.channel, s.purchased_at, s.coverage_start, s.contract_end, s.auto_renew,
    s.auto_renew_changed_at, s.cancel_requested_at, s.cancel_channel, s.billing_frequency, s.promo_price, s.promo_until,
    s.updated_at
from plan_stage s
join scope a on a.scope_type = 'ACCOUNT' and a.scope_id = s.account_id
left join scope e on e.scope_type = 'EA' and e.scope_id = s.linked_ea_id
where not exists (select from plan_fact f where f.plan_id = s.plan_id)
order by s.plan_id
