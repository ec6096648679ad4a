-- What was decided about a scope rests until a day that the rules name, or until a fact comes: only the others are decided
-- again. Whatever these tables do not say for certain is decided.

-- How long each scope rests, and with which customer's agreements it was decided.
create table scope_rest (
    scope_no      bigint primary key,
    rests_through date not null,
    customer_id   text collate "C"
);
-- What everything recorded follows: written when a run begins to decide, complete when it has recorded all that it decided.
-- No row, or one that is not complete: nothing is known to rest.
create table decision_mark (
    only_one       boolean primary key default true check (only_one),
    through_import bigint not null,
    through_ruling bigint not null,
    first_on       date not null,
    run_id         bigint not null references run,
    complete       boolean not null
);

create unlogged table scope_rest_stage (scope_no bigint, rests_through date, customer_id text collate "C");
-- The scopes that a run decides about, and their plans: of these, and of no others, the staged rows are all there is.
create unlogged table decided_stage (scope_no bigint);
create unlogged table decided_plan_stage (plan_id text collate "C");
