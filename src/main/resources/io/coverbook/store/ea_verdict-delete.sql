-- Removes what the rules no longer say of the agreements decided. Rows: what changed or went.
delete from ea_verdict t
using decided_stage d
where d.scope_no = t.scope_no and not exists (
    select from ea_verdict_stage s
    where s.scope_no = t.scope_no and s.from_on = t.from_on
      and (s.until_on, s.verdict, s.plan_id, s.reason, s.due_on) is not distinct
          from (t.until_on, t.verdict, t.plan_id, t.reason, t.due_on))
