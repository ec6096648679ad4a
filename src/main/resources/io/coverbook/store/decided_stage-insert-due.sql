-- The scopes about which something else can be decided than before: those that rest no longer, and those of whose facts
-- an import or a word of people came since. Parameters: on, import, ruling.
insert into decided_stage
with account as materialized (
    select f.scope_no from account_fact f where f.import_id > :import
), plan as materialized (
    select f.plan_id from plan_fact f where f.import_id > :import
    union select y.plan_id from payment y where y.import_id > :import
    union select r.plan_id from ruling r where r.ruling_id > :ruling
), subscription as materialized (
    select f.subscription_no, f.account_no, f.ea_no from subscription_fact f where f.import_id > :import
)
select c.scope_no
from scope c left join scope_rest r using (scope_no)
where r.scope_no is null or r.rests_through < :on
union select scope_no from account
union select e.scope_no from account a join agreement_fact e on e.account_no = a.scope_no
union select e.scope_no
      from account a
      join scope c using (scope_no)
      join agreement_fact e on e.partner_account_id = c.scope_id
union select e.scope_no from agreement_fact e where e.import_id > :import
union select f.scope_no from plan p join plan_fact f using (plan_id)
union select f.scope_no from plan p join plan_past f using (plan_id)
union select c.scope_no from plan p join scope c on c.scope_type = 'EA' and c.scope_id = substr(p.plan_id, 4)
      where p.plan_id like 'EA:%'
union select coalesce(s.ea_no, s.account_no) from subscription s
union select n.scope_no from subscription s join subscription_span n using (subscription_no)
union select coalesce(q.ea_no, q.account_no) from subscription s join subscription_past q using (subscription_no)
