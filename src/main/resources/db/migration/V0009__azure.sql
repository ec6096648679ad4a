-- Files in Azure's own forms, and what others recorded about plans and subscriptions.

-- form: what the file was, when it was not in our own form; whole: whether what it lacked counted as gone.
alter table import_file add column form text;
alter table import_file add column whole boolean not null default true;

-- Compared with the facts, never one of them; the newest record of each, by what it records and its id.
create table witness_fact (
    record_type        text not null,
    record_id          text not null collate "C",
    import_id          bigint not null,
    line               int not null,
    exported_at        timestamptz not null,
    first_exported_at  timestamptz not null,
    fingerprint        bigint not null,
    source             text,
    billing_account_id text collate "C",
    subscription_id    text collate "C",
    name               text,
    plan_tier          text,
    amount             numeric,
    currency           text,
    from_on            date,
    through_on         date,
    at                 timestamptz,
    state              text,
    detail             text,
    primary key (record_type, record_id)
);
create index witness_fact_subscription on witness_fact (subscription_id);

create unlogged table witness_stage (
    line int, fingerprint bigint, record_type text, record_id text collate "C", source text,
    billing_account_id text collate "C", subscription_id text collate "C", name text, plan_tier text, amount numeric,
    currency text, from_on date, through_on date, at timestamptz, state text, detail text
);

-- L11: an agreement whose level no source tells has no plan missing that we know of.
alter table ea_verdict drop constraint ea_verdict_verdict_check;
alter table ea_verdict add constraint ea_verdict_verdict_check
    check (verdict in ('COVERED', 'TEMPORARY', 'PENDING', 'MISSING', 'UNKNOWN', 'NOT_APPLICABLE'));

-- What a check compares with: how it was before the files, decided as far as the check looks ahead.
create unlogged table check_agreement_stage (scope_no bigint, covered_until date);
create unlogged table check_subscription_stage (subscription_no bigint, covered_until date);
create unlogged table check_charge_stage (plan_id text collate "C", term int, amount numeric, currency text, state text);
