-- Runs, imports and the facts they brought.
-- Ids are compared by code point (collate "C") wherever the database's own collation differs.

create table policy_set (
    hash       text primary key,
    body       text not null,
    first_used timestamptz not null default now()
);

create table reference_set (
    hash       text primary key,
    first_used timestamptz not null default now()
);

create table reference_file (
    hash    text not null references reference_set,
    name    text not null,
    sha256  text not null,
    content text not null,
    primary key (hash, name)
);

-- One row for every run that may change something. Its unique indexes are the mutual exclusion: not the job repository,
-- which lets several restarts of one job start at once.
create table run (
    run_id         bigint generated always as identity primary key,
    purpose        text not null check (purpose in ('IMPORT', 'RECONCILE', 'MONTH_END')),
    as_of          date,
    period         date check (period = date_trunc('month', period)::date),
    state          text not null check (state in ('RUNNING', 'PROPOSED', 'APPROVED', 'DONE', 'DISCARDED', 'FAILED')),
    epoch          bigint not null default 1,
    actor          text not null,
    second_person  boolean not null default false,
    approved_by    text,
    rules_version  text not null,
    policy_hash    text not null references policy_set,
    reference_hash text not null references reference_set,
    facts_version  text,
    note           text,
    started_at     timestamptz not null default now(),
    ended_at       timestamptz,
    check (purpose <> 'MONTH_END' or period is not null),
    check (not second_person or approved_by is null or approved_by <> actor),
    check (not second_person or purpose <> 'MONTH_END' or state not in ('APPROVED', 'DONE') or approved_by is not null)
);
create unique index run_one_running on run ((true)) where state = 'RUNNING';
create unique index run_one_proposed on run ((true)) where state in ('PROPOSED', 'APPROVED');
create unique index run_one_done_month on run (period) where state = 'DONE' and purpose = 'MONTH_END';

create table run_step (
    run_id  bigint not null references run,
    epoch   bigint not null,
    name    text not null,
    millis  bigint not null,
    rows    bigint not null,
    primary key (run_id, epoch, name)
);

-- What was chosen once for this database, such as the first billed month (L16).
create table setting (
    key    text primary key,
    value  text not null,
    run_id bigint not null references run
);

create table import_file (
    import_id        bigint generated always as identity primary key,
    run_id           bigint not null references run,
    kind             text not null,
    file             text not null collate "C",
    sha256           text not null,
    bytes            bigint not null,
    exported_at      timestamptz not null,
    exported_at_from text not null check (exported_at_from in ('NAME', 'OPTION', 'MODIFIED')),
    partial          boolean not null,
    outcome          text not null check (outcome in ('ACCEPTED', 'STALE', 'REFUSED')),
    code             text,
    message          text,
    read             bigint not null,
    added            bigint not null default 0,
    changed          bigint not null default 0,
    unchanged        bigint not null default 0,
    duplicates       bigint not null default 0,
    rejected         bigint not null default 0,
    removed          bigint not null default 0,
    -- I9: every row read is accounted for.
    check (outcome = 'REFUSED' or read = added + changed + unchanged + duplicates + rejected),
    check ((outcome = 'REFUSED') = (code is not null))
);
create unique index import_file_once on import_file (kind, exported_at, sha256) where outcome = 'ACCEPTED';
create index import_file_newest on import_file (kind, exported_at) where outcome = 'ACCEPTED';

create table import_reject (
    import_id bigint not null references import_file,
    line      int not null,
    code      text not null,
    field     text not null,
    value     text not null,
    message   text not null,
    raw       text not null,
    primary key (import_id, line)
);

-- Every id of an account or agreement that any row has named, known or not.
create table scope (
    scope_no   bigint generated always as identity primary key,
    scope_type text not null check (scope_type in ('ACCOUNT', 'EA')),
    scope_id   text not null collate "C",
    unique (scope_type, scope_id)
);

-- Facts: the newest version of each object here, every earlier one in its _past table, put there by a trigger.
-- absent: the row was missing from a full snapshot (A6).
create table account_fact (
    scope_no              bigint primary key,
    import_id             bigint not null,
    line                  int not null,
    exported_at           timestamptz not null,
    first_exported_at     timestamptz not null,
    fingerprint           bigint not null,
    absent                boolean not null default false,
    agreement_type        text not null,
    country               text not null,
    currency              text not null,
    customer_id           text not null collate "C",
    display_name          text,
    status                text not null,
    status_since          date,
    currency_since        date,
    payment_method        text not null,
    payment_method_status text not null,
    payment_method_expiry date,
    billing_profile_id    text collate "C",
    program               text,
    benefit_valid_to      date,
    incidents_remaining   int,
    created_on            date,
    updated_at            timestamptz,
    legal_name            text,
    street                text,
    city                  text,
    postal_code           text,
    vat_id                text,
    e_mail                text,
    purchase_order        text
);
create table account_past (like account_fact);
alter table account_past add primary key (scope_no, import_id);

create table agreement_fact (
    scope_no               bigint primary key,
    import_id              bigint not null,
    line                   int not null,
    exported_at            timestamptz not null,
    first_exported_at      timestamptz not null,
    fingerprint            bigint not null,
    absent                 boolean not null default false,
    account_no             bigint not null,
    status                 text not null,
    start_date             date not null,
    end_date               date not null,
    customer_id            text collate "C",
    status_since           date,
    relationship           text not null,
    partner_account_id     text collate "C",
    country                text,
    currency               text,
    support_level          text not null,
    support_coverage_start date,
    support_coverage_end   date,
    promo_price            numeric,
    promo_until            date,
    order_status           text not null,
    ordered_level          text,
    order_date             date,
    order_changed_on       date,
    temp_request_at        timestamptz,
    temp_level             text,
    temp_description       text,
    notification_contacts  text,
    cancel_requested_at    timestamptz,
    cancel_channel         text,
    updated_at             timestamptz
);
create table agreement_past (like agreement_fact);
alter table agreement_past add primary key (scope_no, import_id);

create table plan_fact (
    plan_id               text primary key collate "C",
    import_id             bigint not null,
    line                  int not null,
    exported_at           timestamptz not null,
    first_exported_at     timestamptz not null,
    fingerprint           bigint not null,
    absent                boolean not null default false,
    scope_no              bigint not null,
    account_no            bigint not null,
    display_name          text,
    tier                  text not null,
    channel               text not null,
    purchased_at          timestamptz not null,
    coverage_start        date,
    contract_end          date,
    auto_renew            boolean not null,
    auto_renew_changed_at timestamptz,
    cancel_requested_at   timestamptz,
    cancel_channel        text,
    billing_frequency     text not null,
    promo_price           numeric,
    promo_until           date,
    updated_at            timestamptz
);
create index plan_fact_scope on plan_fact (scope_no);
create table plan_past (like plan_fact);
alter table plan_past add primary key (plan_id, import_id);

-- span_count, span_* and standing are derived from the versions by the rule SubscriptionDays: the one run of days the
-- subscription has, or none and the runs in subscription_span when there are several.
create table subscription_fact (
    subscription_no   bigint generated always as identity,
    subscription_id   text primary key collate "C",
    import_id         bigint not null,
    line              int not null,
    exported_at       timestamptz not null,
    first_exported_at timestamptz not null,
    fingerprint       bigint not null,
    absent            boolean not null default false,
    account_no        bigint not null,
    ea_no             bigint,
    display_name      text,
    product_category  text not null,
    state             text not null,
    state_since       date,
    created_on        date not null,
    scope_since       date,
    ended_on          date,
    updated_at        timestamptz,
    span_count        smallint not null,
    span_from         date not null,
    span_until        date not null,
    standing          smallint not null
);
create table subscription_past (like subscription_fact);
alter table subscription_past add primary key (subscription_no, import_id);

create table subscription_span (
    subscription_no bigint not null,
    from_on         date not null,
    until_on        date not null check (from_on < until_on),
    account_no      bigint not null,
    scope_no        bigint not null,
    standing        smallint not null,
    primary key (subscription_no, from_on)
);

-- The past is written by the database itself, so nobody who may update a fact can lose what it was.
create function keep_past() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public as
$$
begin
    execute format(
        'insert into public.%I select o.* from before_rows o join after_rows n using (%I) where n.import_id <> o.import_id',
        tg_argv[0], tg_argv[1]);
    return null;
end
$$;
create trigger keep_past after update on account_fact
    referencing old table as before_rows new table as after_rows
    for each statement execute function keep_past('account_past', 'scope_no');
create trigger keep_past after update on agreement_fact
    referencing old table as before_rows new table as after_rows
    for each statement execute function keep_past('agreement_past', 'scope_no');
create trigger keep_past after update on plan_fact
    referencing old table as before_rows new table as after_rows
    for each statement execute function keep_past('plan_past', 'plan_id');
create trigger keep_past after update on subscription_fact
    referencing old table as before_rows new table as after_rows
    for each statement execute function keep_past('subscription_past', 'subscription_no');

-- Staging: unlogged, without keys, emptied by every import.
create unlogged table account_stage (
    line int, fingerprint bigint, account_id text collate "C",
    agreement_type text, country text, currency text, customer_id text, display_name text, status text,
    status_since date, currency_since date, payment_method text, payment_method_status text,
    payment_method_expiry date, billing_profile_id text, program text, benefit_valid_to date,
    incidents_remaining int, created_on date, updated_at timestamptz, legal_name text, street text, city text,
    postal_code text, vat_id text, e_mail text, purchase_order text
);
create unlogged table agreement_stage (
    line int, fingerprint bigint, ea_id text collate "C", account_id text collate "C", status text, start_date date,
    end_date date, customer_id text, status_since date, relationship text, partner_account_id text, country text,
    currency text, support_level text, support_coverage_start date, support_coverage_end date, promo_price numeric,
    promo_until date, order_status text, ordered_level text, order_date date, order_changed_on date,
    temp_request_at timestamptz, temp_level text, temp_description text, notification_contacts text,
    cancel_requested_at timestamptz, cancel_channel text, updated_at timestamptz
);
create unlogged table plan_stage (
    line int, fingerprint bigint, plan_id text collate "C", account_id text collate "C", display_name text, tier text,
    channel text, purchased_at timestamptz, coverage_start date, contract_end date, auto_renew boolean,
    auto_renew_changed_at timestamptz, cancel_requested_at timestamptz, cancel_channel text, billing_frequency text,
    promo_price numeric, promo_until date, linked_ea_id text collate "C", updated_at timestamptz
);
create unlogged table subscription_stage (
    line int, fingerprint bigint, subscription_id text collate "C", account_id text collate "C",
    ea_id text collate "C", display_name text, product_category text, state text, state_since date, created_on date,
    scope_since date, ended_on date, updated_at timestamptz,
    span_count smallint, span_from date, span_until date, standing smallint
);
create unlogged table subscription_span_stage (
    subscription_id text collate "C", line int, from_on date, until_on date, account_id text collate "C",
    ea_id text collate "C", standing smallint
);
create unlogged table reject_stage (
    line int, code text, field text, value text, message text, raw text
);
