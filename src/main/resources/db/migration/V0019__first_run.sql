-- The run that recorded a charge first, whatever changed it since: it tells which charges came together (B17). Of those
-- that are there already only the run that changed them last is known.
alter table charge add column first_run_id bigint;
update charge set first_run_id = run_id;
alter table charge alter column first_run_id set not null;

-- What a good subscription with one run of days is entitled to: the cover of its scope. One row a span of cover.
drop view entitlement_even;
create view entitlement_even as
select f.subscription_id, f.subscription_no, greatest(f.span_from, c.from_on) as from_on,
       least(f.span_until, c.until_on) as until_on, c.cover_no, 0::smallint as standing
from subscription_fact f
join scope_cover c on c.scope_no = coalesce(f.ea_no, f.account_no)
                  and c.from_on < f.span_until and c.until_on > f.span_from
where f.span_count = 1 and f.standing = 0
  and not exists (select from account_standing a where a.scope_no = f.account_no);
