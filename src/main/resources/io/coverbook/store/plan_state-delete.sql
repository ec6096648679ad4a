-- Removes what the rules no longer say of the plans decided. Rows: what changed or went.
delete from plan_state t
using decided_plan_stage d
where d.plan_id = t.plan_id and not exists (
    select from plan_state_stage s
    where s.plan_id = t.plan_id
      and (s.scope_no, s.tier, s.channel, s.start_on, s.status, s.covered_through, s.contract_end, s.merged_into,
          s.ending_on, s.ending_outcome, s.ends, s.cancelled) is not distinct
          from (t.scope_no, t.tier, t.channel, t.start_on, t.status, t.covered_through, t.contract_end, t.merged_into,
          t.ending_on, t.ending_outcome, t.ends, t.cancelled))
