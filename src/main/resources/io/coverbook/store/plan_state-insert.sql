-- Adds what the rules say and is not recorded. Rows: what changed or came.
insert into plan_state
select s.*
from plan_state_stage s
where not exists (select from plan_state t where s.plan_id = t.plan_id)
order by s.plan_id
