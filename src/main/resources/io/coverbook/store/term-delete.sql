-- Removes what the rules no longer say. Rows: what changed or went.
delete from term t
where not exists (
    select from term_stage s
    where s.plan_id = t.plan_id and s.term = t.term
      and (s.service_from, s.service_until, s.outcome) is not distinct from (t.service_from, t.service_until, t.outcome))
