-- Whether a plan is known to end, whatever its status shows first: one that waits for its money may be cancelled too (I12).
alter table plan_state add column ends boolean not null default false;
alter table plan_state_stage add column ends boolean;
