-- Every subscription at home in an account or agreement that no export shows (P47, G4). Parameters: zone, on.
insert into flag_stage
select 'ORPHAN_SUBSCRIPTION', 'SUBSCRIPTION', f.subscription_id, 'ACTION',
       greatest((f.first_exported_at at time zone :zone)::date, f.created_on), null
from subscription_fact f
where not f.absent
  and (not exists (select from account_fact a where a.scope_no = f.account_no)
       or (f.ea_no is not null and not exists (select from agreement_fact e where e.scope_no = f.ea_no)))
  and greatest((f.first_exported_at at time zone :zone)::date, f.created_on) <= :on
