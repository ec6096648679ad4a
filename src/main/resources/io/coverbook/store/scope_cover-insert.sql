-- Adds cover that the rules give and is not recorded. Parameter: run.
insert into scope_cover (scope_no, from_on, until_on, cover_no, run_id)
select s.scope_no, s.from_on, s.until_on, s.cover_no, :run
from scope_cover_stage s
where not exists (select from scope_cover t where t.scope_no = s.scope_no and t.from_on = s.from_on)
order by s.scope_no, s.from_on
