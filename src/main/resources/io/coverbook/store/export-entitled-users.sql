-- The table entitled-users of the contract, in its order: the roles of the day on every subscription of the day (E10).
-- A role of the first export of roles holds from the beginning. Placeholders: @period (a first of month or null), @on
-- (a day).
with today as materialized (
    select f.subscription_id, c.technical and e.standing = 0 as technical
    from entitlement e
    join cover c using (cover_no)
    join subscription_fact f using (subscription_no)
    where e.from_on <= @on and e.until_on > @on
), earlier as (
    select distinct on (v.role_no) v.*
    from (select * from role_fact where exported_on > @on
          union all
          select p.* from role_past p join role_fact f using (role_no) where f.exported_on > @on) v
    where v.exported_on <= @on or v.first_exported_on = (select min(first_exported_on) from role_fact)
    order by v.role_no, v.exported_on <= @on desc,
             extract(epoch from v.exported_at) * (1 - 2 * (v.exported_on <= @on)::int), v.import_id desc
), reached as (
    select r.user_id, n.subscription_id, r.rank, r.entitling, r.may_create, r.may_manage, r.can_assign
    from role_fact r
    join role_subscription n using (role_no)
    where r.exported_on <= @on
    union all
    select r.user_id, n.subscription_id, r.rank, r.entitling, r.may_create, r.may_manage, r.can_assign
    from earlier r
    cross join lateral unnest(string_to_array(r.subscription_ids, ';')) n (subscription_id)
    where not r.absent
    union all
    select r.user_id, t.subscription_id, r.rank, r.entitling, r.may_create, r.may_manage, r.can_assign
    from (select * from role_fact where exported_on <= @on
          union all
          select * from earlier) r
    cross join today t
    where r.everywhere and not r.absent
)
select u.user_id as "user", u.subscription_id, n.role, u.entitled::text as entitled, u.may_create::text as may_create,
       u.may_manage::text as may_manage, u.can_assign::text as can_assign_role
from (select r.user_id, r.subscription_id, min(r.rank) as rank, bool_or(r.entitling and t.technical) as entitled,
             bool_or(r.may_create) as may_create, bool_or(r.may_manage) as may_manage,
             bool_or(r.can_assign) as can_assign
      from reached r
      join today t using (subscription_id)
      group by r.user_id, r.subscription_id) u
join (select distinct rank, role from role_fact) n using (rank)
order by u.user_id collate "C", u.subscription_id collate "C"
