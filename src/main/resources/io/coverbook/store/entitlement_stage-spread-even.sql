-- Gives each good subscription with one run of days the cover of its scope: one row a span of cover. The bulk of all.
insert into entitlement_stage
select f.subscription_no, greatest(f.span_from, c.from_on), least(f.span_until, c.until_on), c.cover_no, 0
from subscription_fact f
join scope_cover c on c.scope_no = coalesce(f.ea_no, f.account_no)
                  and c.from_on < f.span_until and c.until_on > f.span_from
where f.span_count = 1 and f.standing = 0
  and not exists (select from account_standing a where a.scope_no = f.account_no)
