-- Why a charge was credited is said by the coverage period to which it belongs, and a plan on an agreement's row may have
-- several (B9, C9): the days whose charges a cancellation takes away, in place of one reason for the plan.
alter table plan_state add column cancelled text;
alter table plan_state_stage add column cancelled text;
update plan_state set cancelled = '{[' || ending_on || ',)}'
where credit_reason = 'BACKDATED_CANCELLATION' and ending_on is not null;
alter table plan_state drop column credit_reason, add check (cancelled::datemultirange is not null or cancelled is null);
alter table plan_state_stage drop column credit_reason;
