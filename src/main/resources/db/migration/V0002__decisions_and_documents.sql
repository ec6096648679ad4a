-- What the rules decided about the facts, and the documents that follow.

-- Why a subscription may not use the cover of its scope. Kept equal to the enum Standing by a test.
create table standing (
    standing smallint primary key,
    name     text not null unique,
    -- the reason given instead of the cover's own, null where the cover speaks
    reason   text,
    -- the cover shown instead of the scope's, null where it stays
    cover_no bigint
);

create table cover (
    cover_no     bigint generated always as identity primary key,
    tier         text not null,
    source       text not null check (source in ('PLAN', 'TEMPORARY', 'PROGRAM', 'NONE')),
    plan_id      text collate "C",
    reason       text not null,
    technical    boolean not null,
    max_severity text,
    -- the cover shown while the subscription or its account is inactive: plain BASIC, or itself where null
    inactive_no  bigint,
    check ((source = 'PLAN') = (plan_id is not null)),
    check (technical = (source <> 'NONE')),
    check ((max_severity is not null) = technical)
);
create unique index cover_once on cover (tier, source, plan_id, reason) nulls not distinct;

insert into cover (tier, source, reason, technical) values ('BASIC', 'NONE', 'SUBSCRIPTION_NOT_ACTIVE', false);
update cover set inactive_no = (select cover_no from cover where reason = 'SUBSCRIPTION_NOT_ACTIVE');
insert into standing values
    (0, 'GOOD', null, null),
    (1, 'SUBSCRIPTION_INACTIVE', 'SUBSCRIPTION_NOT_ACTIVE', null),
    (2, 'ACCOUNT_DISABLED', 'ACCOUNT_NOT_ACTIVE', null),
    (3, 'ACCOUNT_CLOSED', 'ACCOUNT_NOT_ACTIVE', (select cover_no from cover where reason = 'SUBSCRIPTION_NOT_ACTIVE'));

-- Derived tables: rewritten by set difference, so they carry no history of their own.
create table plan_state (
    plan_id         text primary key collate "C",
    scope_no        bigint not null,
    tier            text not null,
    channel         text not null,
    start_on        date not null,
    status          text not null,
    covered_through date,
    contract_end    date,
    merged_into     text collate "C",
    ending_on       date,
    ending_outcome  text,
    credit_reason   text not null,
    run_id          bigint not null
);
create table term (
    plan_id       text not null collate "C",
    term          int not null check (term >= 0),
    service_from  date not null,
    service_until date not null check (service_from < service_until),
    outcome       text not null,
    run_id        bigint not null,
    primary key (plan_id, term)
);
create table scope_cover (
    scope_no bigint not null,
    from_on  date not null,
    until_on date not null check (from_on < until_on),
    cover_no bigint not null,
    run_id   bigint not null,
    primary key (scope_no, from_on)
);
-- The days of accounts that were ever anything but active, cut where their standing changes.
create table account_standing (
    scope_no bigint not null,
    from_on  date not null,
    until_on date not null check (from_on < until_on),
    standing smallint not null,
    primary key (scope_no, from_on)
);
create table ea_verdict (
    scope_no bigint not null,
    from_on  date not null,
    until_on date not null check (from_on < until_on),
    verdict  text not null check (verdict in ('COVERED', 'TEMPORARY', 'PENDING', 'MISSING', 'NOT_APPLICABLE')),
    plan_id  text collate "C",
    reason   text not null,
    due_on   date,
    run_id   bigint not null,
    primary key (scope_no, from_on)
);
create table entitlement (
    subscription_no bigint not null,
    from_on         date not null,
    until_on        date not null check (from_on < until_on),
    cover_no        bigint not null,
    standing        smallint not null,
    run_id          int not null,
    primary key (subscription_no, from_on)
);
create table flag (
    code        text not null collate "C",
    object_type text not null collate "C",
    object_id   text not null collate "C",
    severity    text not null check (severity in ('BLOCKER', 'ACTION', 'INFO')),
    first_seen  date not null,
    resolved_on date check (resolved_on >= first_seen),
    -- IMPORT flags are raised by files, RECONCILE flags are derived anew by every reconcile (G2)
    origin      text not null check (origin in ('IMPORT', 'RECONCILE')),
    run_id      bigint not null,
    primary key (code, object_type, object_id)
);
create table notice (
    kind      text not null collate "C",
    object_id text not null collate "C",
    due_on    date not null,
    recipient text not null,
    run_id    bigint not null,
    primary key (kind, object_id, due_on)
);

-- Money. What a recorded charge becomes, kept equal to ChargeState.next by every run.
create table charge_transition (
    recorded text not null,
    desired  text not null,
    becomes  text not null,
    primary key (recorded, desired)
);
create table charge (
    plan_id       text not null collate "C",
    term          int not null check (term >= 0),
    charge_date   date not null,
    service_until date not null check (charge_date < service_until),
    scope_no      bigint not null,
    tier          text not null check (tier in ('DEVELOPER', 'STANDARD', 'PROFESSIONAL_DIRECT')),
    currency      text not null,
    amount        numeric check (amount between 0 and 10000000000),
    state         text not null check (state in ('OPEN', 'HELD', 'VOIDED', 'INVOICED', 'CREDITED')),
    hold_reason   text,
    posting_month date check (posting_month = date_trunc('month', posting_month)::date),
    bill_to       text collate "C",
    run_id        bigint not null,
    primary key (plan_id, term),
    check ((state = 'HELD') = (hold_reason is not null)),
    check ((state in ('OPEN', 'INVOICED', 'CREDITED')) = (posting_month is not null)),
    check (state in ('HELD', 'VOIDED') or (amount is not null and bill_to is not null and currency <> ''))
);
create index charge_open on charge (posting_month) where state = 'OPEN';
create index charge_uncredited on charge (posting_month) where state = 'CREDITED';

create table month_close (
    month          date primary key check (month = date_trunc('month', month)::date),
    closed_on      date not null,
    run_id         bigint not null unique references run,
    invoices       bigint not null,
    credit_notes   bigint not null,
    totals         text not null,
    documents_hash text not null
);
create table document_series (
    series  text primary key,
    last_no bigint not null default 0
);
create table invoice (
    series             text not null references document_series,
    no                 bigint not null check (no > 0),
    invoice_number     text not null unique collate "C",
    posting_month      date not null,
    bill_to            text not null collate "C",
    billing_profile_id text collate "C",
    currency           text not null,
    invoice_date       date not null,
    due_date           date not null check (due_date >= invoice_date),
    payment_method     text not null,
    tax_rate           numeric not null check (tax_rate >= 0),
    subtotal           numeric not null check (subtotal > 0),
    tax                numeric not null check (tax >= 0),
    total              numeric not null check (total = subtotal + tax),
    credit_applied     numeric not null check (credit_applied = 0),
    line_count         int not null check (line_count > 0),
    status             text not null check (status in ('ISSUED', 'PAID', 'OVERDUE')),
    run_id             bigint not null references run,
    primary key (series, no)
);
create unique index invoice_once on invoice (posting_month, bill_to, billing_profile_id, currency) nulls not distinct;
create index invoice_unsettled on invoice (invoice_date) where status <> 'PAID';
create table invoice_line (
    invoice_number text not null collate "C",
    line           int not null check (line > 0),
    plan_id        text not null collate "C",
    term           int not null,
    scope_no       bigint not null,
    tier           text not null,
    charge_date    date not null,
    service_until  date not null,
    quantity       int not null check (quantity = 1),
    unit_price     numeric not null,
    amount         numeric not null check (amount = unit_price * quantity),
    primary key (invoice_number, line)
);
create unique index invoice_line_charge_once on invoice_line (plan_id, term);
create table credit_note (
    series             text not null references document_series,
    no                 bigint not null check (no > 0),
    credit_note_number text not null unique collate "C",
    posting_month      date not null,
    bill_to            text not null collate "C",
    currency           text not null,
    invoice_number     text not null collate "C",
    plan_id            text not null collate "C",
    term               int not null,
    reason             text not null check (reason in ('BACKDATED_CANCELLATION', 'CORRECTION', 'GOODWILL')),
    amount             numeric not null check (amount > 0),
    tax                numeric not null check (tax >= 0),
    total              numeric not null check (total = amount + tax),
    run_id             bigint not null references run,
    primary key (series, no)
);
create unique index credit_note_once on credit_note (plan_id, term) where reason <> 'GOODWILL';

-- A proposal is what issuing would write, numbered within itself.
create table proposed_invoice (
    run_id bigint not null references run, no bigint not null, bill_to text not null collate "C",
    billing_profile_id text collate "C", currency text not null, agreement_line boolean not null,
    line_count int not null, subtotal numeric not null, invoice_date date, due_date date, payment_method text,
    tax_rate numeric, tax numeric, total numeric, issued boolean,
    primary key (run_id, no)
);
create table proposed_line (
    run_id bigint not null references run, no bigint not null, line int not null, plan_id text not null collate "C",
    term int not null, primary key (run_id, no, line)
);
create table proposed_credit (
    run_id bigint not null references run, no bigint not null, bill_to text not null collate "C",
    currency text not null, invoice_number text not null collate "C", plan_id text not null collate "C",
    term int not null, reason text not null, amount numeric not null, tax numeric not null,
    primary key (run_id, no)
);

-- Staging of the decisions: unlogged, without keys, emptied by every reconcile.
create unlogged table plan_state_stage (like plan_state);
create unlogged table term_stage (like term);
create unlogged table charge_stage (
    plan_id text collate "C", term int, charge_date date, service_until date, scope_no bigint, tier text,
    currency text, amount numeric, state text, hold_reason text, posting_month date, bill_to text
);
create unlogged table cover_stage (
    scope_no bigint, from_on date, until_on date, tier text, source text, plan_id text collate "C", reason text,
    technical boolean, max_severity text
);
create unlogged table scope_cover_stage (scope_no bigint, from_on date, until_on date, cover_no bigint);
create unlogged table account_standing_stage (like account_standing);
create unlogged table ea_verdict_stage (like ea_verdict);
create unlogged table flag_stage (
    code text collate "C", object_type text collate "C", object_id text collate "C", severity text, first_seen date,
    resolved_on date
);
create unlogged table notice_stage (kind text collate "C", object_id text collate "C", due_on date, recipient text);
create unlogged table entitlement_stage (
    subscription_no bigint, from_on date, until_on date, cover_no bigint, standing smallint
);
create unlogged table invoice_terms_stage (
    no bigint, invoice_date date, due_date date, payment_method text, tax_rate numeric, tax numeric, total numeric,
    issued boolean
);
create unlogged table invoice_status_stage (invoice_number text collate "C", status text);

-- The agreements by customer, in the order in which they are decided: those of one customer together (R77).
create view agreement_customer as
select c.scope_no, f.account_no, coalesce(f.customer_id, a.customer_id, n.scope_id, c.scope_id) collate "C" as customer_id
from scope c
left join agreement_fact f using (scope_no)
left join account_fact a on a.scope_no = f.account_no
left join scope n on n.scope_no = f.account_no
where c.scope_type = 'EA';
