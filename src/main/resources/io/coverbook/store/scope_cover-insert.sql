-- Adds cover that the rules give and is not recorded, and notes its scopes as touched. Parameter: run. Rows: what came.
with came as (
    insert into scope_cover (scope_no, from_on, until_on, cover_no, run_id)
    select s.scope_no, s.from_on, s.until_on, s.cover_no, :run
    from scope_cover_stage s
    where not exists (select from scope_cover t where t.scope_no = s.scope_no and t.from_on = s.from_on)
    order by s.scope_no, s.from_on
    returning scope_no
)
insert into scope_touched_stage select scope_no from came
