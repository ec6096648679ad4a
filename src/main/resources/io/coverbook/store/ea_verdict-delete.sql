-- Removes what the rules no longer say. Rows: what changed or went.
delete from ea_verdict t
where not exists (
    select from ea_verdict_stage s
    where s.scope_no = t.scope_no and s.from_on = t.from_on
      and (s.until_on, s.verdict, s.plan_id, s.reason, s.due_on) is not distinct from (t.until_on, t.verdict, t.plan_id, t.reason, t.due_on))
