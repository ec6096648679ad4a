-- The same for touched subscriptions that moved, are inactive, or belong to an account that was ever inactive: their
-- days are cut by all three, the weightier standing wins, and equal neighbours become one.
insert into entitlement_stage
with piece as (
    select s.subscription_no, s.account_no, s.scope_no, s.from_on, s.until_on, s.standing
    from subscription_span s
    join subscription_touched_stage d using (subscription_no)
    join subscription_fact f on f.subscription_id = d.subscription_id
    where f.span_count > 1
    union all
    select f.subscription_no, f.account_no, coalesce(f.ea_no, f.account_no), f.span_from, f.span_until, f.standing
    from subscription_touched_stage d
    join subscription_fact f on f.subscription_id = d.subscription_id
    where f.span_count = 1
      and (f.standing <> 0 or exists (select from account_standing a where a.scope_no = f.account_no))
), cut as (
    select p.subscription_no, p.scope_no, greatest(p.from_on, coalesce(a.from_on, p.from_on)) as from_on,
           least(p.until_on, coalesce(a.until_on, p.until_on)) as until_on,
           greatest(p.standing, coalesce(a.standing, 0::smallint)) as standing
    from piece p
    left join account_standing a on a.scope_no = p.account_no
                                and a.from_on < p.until_on and a.until_on > p.from_on
), covered as (
    select t.subscription_no, greatest(t.from_on, c.from_on) as from_on, least(t.until_on, c.until_on) as until_on,
           t.standing, coalesce(n.cover_no, (array[v.cover_no,
               coalesce(v.inactive_no, v.cover_no)])[1 + (t.standing > 0)::int]) as cover_no,
           n.reason
    from cut t
    join scope_cover c on c.scope_no = t.scope_no and c.from_on < t.until_on and c.until_on > t.from_on
    join cover v on v.cover_no = c.cover_no
    join standing n on n.standing = t.standing
), marked as (
    select *, (cover_no, reason) is not distinct from
              (lag(cover_no) over w, lag(reason) over w)
              and from_on = lag(until_on) over w as goes_on
    from covered
    window w as (partition by subscription_no order by from_on)
), grouped as (
    select *, count(*) filter (where goes_on is not true) over (partition by subscription_no order by from_on) as run
    from marked
)
select subscription_no, min(from_on), max(until_on), min(cover_no), min(standing)
from grouped
group by subscription_no, run
