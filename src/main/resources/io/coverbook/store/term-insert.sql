-- Adds what the rules say and is not recorded. Rows: what changed or came.
insert into term
select s.*
from term_stage s
where not exists (select from term t where s.plan_id = t.plan_id and s.term = t.term)
order by s.plan_id, s.term
