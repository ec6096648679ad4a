-- Every subscription with technical support on the day for which, by the newest roles, nobody may make a request (R35):
-- since the last who could was gone, the first export of roles, or the first day of this support, whichever came last.
-- Nothing before roles were ever imported (G6). Parameters: zone, on.
insert into flag_stage
with imported as (
    select (min(exported_at) at time zone :zone)::date as first_on
    from import_file
    where kind = 'role-assignments' and outcome = 'ACCEPTED'
), alone as materialized (
    select f.subscription_no, f.subscription_id
    from entitlement e
    join cover c using (cover_no)
    join subscription_fact f using (subscription_no)
    where c.technical and e.standing = 0 and e.from_on <= :on and e.until_on > :on
      and (select first_on from imported) <= :on
      and not exists (select from role_fact r where r.everywhere and r.may_create and not r.absent)
      and not exists (select
                      from role_subscription n
                      join role_fact r using (role_no)
                      where n.subscription_id = f.subscription_id and r.may_create and not r.absent)
), supported as (
    select subscription_no, max(from_on) filter (where before is distinct from from_on) as since
    from (select e.subscription_no, e.from_on,
                 lag(e.until_on) over (partition by e.subscription_no order by e.from_on) as before
          from entitlement e
          join cover c using (cover_no)
          join alone a using (subscription_no)
          where c.technical and e.standing = 0 and e.from_on <= :on) run
    group by subscription_no
), told as (
    select v.*, lead(v.exported_on) over (partition by v.role_no order by v.exported_at, v.import_id) as gone_on
    from (select * from role_fact union all select * from role_past) v
    where exists (select from role_past p where p.role_no = v.role_no)
), lost as (
    select n.subscription_id, max(t.gone_on) as since
    from told t
    cross join lateral unnest(string_to_array(t.subscription_ids, ';')) n (subscription_id)
    where t.may_create and not t.absent
    group by n.subscription_id
)
select 'COVERED_BUT_NO_REQUESTER', 'SUBSCRIPTION', a.subscription_id, 'INFO', d.first_seen, null
from alone a
join supported s using (subscription_no)
left join lost l using (subscription_id)
cross join lateral (select greatest((select first_on from imported), s.since, l.since,
                                    (select max(gone_on) from told where everywhere and may_create
                                        and not absent)) as first_seen) d
where d.first_seen <= :on
