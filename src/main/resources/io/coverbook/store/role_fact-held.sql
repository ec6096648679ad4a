-- The roles of a user on a day, wherever they reach, the highest first. A role of the first export of roles holds from
-- the beginning (E10). Parameters: user, on. One row a role.
select v.role, v.scope_written, v.subscription_ids, v.actions, v.is_partner, v.partner_benefit, i.file, v.line
from (select distinct on (r.role_no) r.*
      from (select f.* from role_fact f where f.user_id = :user
            union all
            select p.* from role_past p join role_fact f using (role_no) where f.user_id = :user) r
      where r.exported_on <= cast(:on as date)
         or r.first_exported_on = (select min(first_exported_on) from role_fact)
      order by r.role_no, r.exported_on <= cast(:on as date) desc,
               extract(epoch from r.exported_at) * (1 - 2 * (r.exported_on <= cast(:on as date))::int),
                   r.import_id desc) v
join import_file i using (import_id)
where not v.absent
order by v.rank, v.scope
