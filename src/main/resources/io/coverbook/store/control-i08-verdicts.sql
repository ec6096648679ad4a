-- I8: an agreement that needs a plan is COVERED on the day exactly when its cover of that day is a plan's, and by that
-- very plan. Its subscriptions take their cover from there, unless an account that is closed cuts them (K4). Parameter:
-- on.
with wrong as (
    select b.scope_id as name
    from ea_verdict v
    left join scope_cover s on s.scope_no = v.scope_no and s.from_on <= :on and s.until_on > :on
    left join cover c using (cover_no)
    left join scope b on b.scope_no = v.scope_no
    where v.from_on <= :on and v.until_on > :on and v.verdict <> 'NOT_APPLICABLE'
      and (v.verdict = 'COVERED', v.plan_id) is distinct from (coalesce(c.source, 'NONE') = 'PLAN', c.plan_id))
select count(*)::text as left_side, '0' as right_side,
       (select string_agg(name, ', ') from (select name from wrong order by name limit 3) n) as named
from wrong
