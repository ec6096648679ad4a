-- The roles on some subscriptions on a day as far as imports are known, those at the root too (without a subscription),
-- the highest first. Only of roles that changed since are earlier versions looked at; "between" keeps the planner,
-- which cannot know how few these are, from reading all roles for them. Parameters: subscriptions, on, first (the day
-- of the first export of roles), before, run.
with changed as materialized (
    select role_no from role_fact where exported_on > cast(:on as date) or exported_at >= :before
    union
    select role_no from role_fact
    where import_id > (select coalesce(max(import_id), 0) from import_file where run_id <= :run)
), earlier as materialized (
    select distinct on (r.role_no) r.*, i.file
    from (select f.* from changed c join role_fact f on f.role_no between c.role_no and c.role_no
          union all
          select p.* from changed c join role_past p on p.role_no between c.role_no and c.role_no) r
    join import_file i on i.import_id = r.import_id
    where i.exported_at < :before and i.run_id <= :run
      and (r.exported_on <= cast(:on as date) or r.first_exported_on = cast(:first as date))
    order by r.role_no, r.exported_on <= cast(:on as date) desc,
             extract(epoch from r.exported_at) * (1 - 2 * (r.exported_on <= cast(:on as date))::int), r.import_id desc
)
select f.user_id, f.role, f.scope_written, f.subscription_ids, f.everywhere, f.rank, f.entitling, f.may_create,
    f.may_manage,
       f.can_assign, n.subscription_id, i.file, f.line
from role_subscription n
join role_fact f using (role_no)
join import_file i on i.import_id = f.import_id
where n.subscription_id = any(:subscriptions) and not f.absent
  and not exists (select from changed c where c.role_no = f.role_no)
union all
select f.user_id, f.role, f.scope_written, f.subscription_ids, f.everywhere, f.rank, f.entitling, f.may_create,
    f.may_manage,
       f.can_assign, null, i.file, f.line
from role_fact f
join import_file i on i.import_id = f.import_id
where f.everywhere and not f.absent and not exists (select from changed c where c.role_no = f.role_no)
union all
select e.user_id, e.role, e.scope_written, e.subscription_ids, e.everywhere, e.rank, e.entitling, e.may_create,
    e.may_manage,
       e.can_assign, n.subscription_id, e.file, e.line
from earlier e
cross join lateral unnest(string_to_array(e.subscription_ids, ';')) n (subscription_id)
where not e.absent and n.subscription_id = any(:subscriptions)
union all
select e.user_id, e.role, e.scope_written, e.subscription_ids, e.everywhere, e.rank, e.entitling, e.may_create,
    e.may_manage,
       e.can_assign, null, e.file, e.line
from earlier e
where not e.absent and e.everywhere
order by rank, user_id, scope_written
