-- Removes what the rules no longer say, and notes the accounts as touched. Rows: what changed or went.
with gone as (
    delete from account_standing t
    using decided_stage d
    where d.scope_no = t.scope_no and not exists (
        select from account_standing_stage s
        where s.scope_no = t.scope_no and s.from_on = t.from_on
          and (s.until_on, s.standing) is not distinct from (t.until_on, t.standing))
    returning t.scope_no
)
insert into scope_touched_stage select scope_no from gone
