-- Removes cover that the rules no longer give, and notes its scopes as touched. Rows: what went.
with gone as (
    delete from scope_cover t
    using decided_stage d
    where d.scope_no = t.scope_no and not exists (select from scope_cover_stage s
                      where s.scope_no = t.scope_no and s.from_on = t.from_on
                        and s.until_on = t.until_on and s.cover_no = t.cover_no)
    returning t.scope_no
)
insert into scope_touched_stage select scope_no from gone
