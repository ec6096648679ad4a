-- Adds what the rules say and is not recorded. Rows: what changed or came.
insert into account_standing
select s.*
from account_standing_stage s
where not exists (select from account_standing t where s.scope_no = t.scope_no and s.from_on = t.from_on)
order by s.scope_no, s.from_on
