-- Adds what the rules say and is not recorded, and notes the accounts as touched. Rows: what changed or came.
with came as (
    insert into account_standing
    select s.*
    from account_standing_stage s
    where not exists (select from account_standing t where s.scope_no = t.scope_no and s.from_on = t.from_on)
    order by s.scope_no, s.from_on
    returning scope_no
)
insert into scope_touched_stage select scope_no from came
