-- The roles of a user on a day as far as imports are known, the highest first. A role of the first export of roles
-- holds from the beginning (E10). Parameters: user, on, first (the day of the first export of roles), before, run.
select v.user_id, v.role, v.scope_written, v.subscription_ids, v.everywhere, v.rank, v.entitling, v.may_create,
       v.may_manage, v.can_assign, null as subscription_id, v.file, v.line
from (select distinct on (r.role_no) r.*, i.file
      from (select f.* from role_fact f where f.user_id = :user
            union all
            select p.* from role_past p join role_fact f using (role_no) where f.user_id = :user) r
      join import_file i on i.import_id = r.import_id
      where i.exported_at < :before and i.run_id <= :run
        and (r.exported_on <= cast(:on as date) or r.first_exported_on = cast(:first as date))
      order by r.role_no, r.exported_on <= cast(:on as date) desc,
               extract(epoch from r.exported_at) * (1 - 2 * (r.exported_on <= cast(:on as date))::int),
                   r.import_id desc) v
where not v.absent
order by v.rank, v.scope
