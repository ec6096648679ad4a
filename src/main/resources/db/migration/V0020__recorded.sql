-- The charges that count as recorded when a scope is decided: not those that the safety bound holds, nor those that came
-- with them and are held for a reason of their own, for these are still to be recorded (B17).
create view charge_recorded as
select g.plan_id, g.term
from charge g
where g.hold_reason is distinct from 'SAFETY_BOUND'
  and (g.state <> 'HELD' or g.first_run_id not in (
      select b.first_run_id from charge b
      where b.plan_id = g.plan_id and b.hold_reason = 'SAFETY_BOUND'));
