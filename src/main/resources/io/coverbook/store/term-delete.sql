-- Removes what the rules no longer say of the plans decided. Rows: what changed or went.
delete from term t
using decided_plan_stage d
where d.plan_id = t.plan_id and not exists (
    select from term_stage s
    where s.plan_id = t.plan_id and s.term = t.term
      and (s.service_from, s.service_until, s.outcome, s.billed)
          is not distinct from (t.service_from, t.service_until, t.outcome, t.billed))
