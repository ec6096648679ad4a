-- Whether a term is billed here is recorded with it: a period of a plan on an agreement's row has a level of its own, which
-- need not be the plan's (B9, P41). What is recorded by older versions follows the plan until it is decided again.
alter table term add column billed boolean not null default true;
alter table term_stage add column billed boolean not null default true;
update term t set billed = false from plan_state p where p.plan_id = t.plan_id and p.tier = 'UNIFIED';
alter table term alter column billed drop default;
alter table term_stage alter column billed drop default;
