-- Payments collected elsewhere, and who may do what on which subscription.

-- Attempts to collect money, as files told them: added, never changed. Kept for plans that no export shows, too.
create table payment (
    import_id      bigint not null,
    line           int not null,
    plan_id        text not null collate "C",
    at             timestamptz not null,
    result         text not null check (result in ('SUCCESS', 'DECLINED')),
    invoice_number text collate "C",
    amount         numeric check (amount >= 0),
    primary key (import_id, line)
);
create unique index payment_once on payment (plan_id, at, result, invoice_number, amount) nulls not distinct;

-- Roles: the newest version of each here, every earlier one in role_past, as with the other facts. What a role allows is
-- decided when it is imported, by the rule RoleRights; rank is the place of the role in the order of the highest.
create table role_fact (
    role_no           bigint generated always as identity unique,
    user_id           text not null collate "C",
    role              text not null,
    scope             text not null collate "C",
    scope_written     text not null collate "C",
    import_id         bigint not null,
    line              int not null,
    exported_at       timestamptz not null,
    exported_on       date not null,
    first_exported_on date not null,
    fingerprint       bigint not null,
    absent            boolean not null default false,
    subscription_ids  text,
    actions           text,
    is_partner        boolean not null,
    partner_benefit   boolean not null,
    everywhere        boolean not null,
    rank              smallint not null,
    retired           boolean not null,
    may_create        boolean not null,
    may_manage        boolean not null,
    can_assign        boolean not null,
    entitling         boolean not null,
    primary key (user_id, role, scope)
);
create table role_past (like role_fact);
alter table role_past add primary key (role_no, import_id);
create trigger keep_past after update on role_fact
    referencing old table as before_rows new table as after_rows
    for each statement execute function keep_past('role_past', 'role_no');

-- The subscriptions that a role reaches as far as its row names them; a role at the root (everywhere) reaches all.
create table role_subscription (
    role_no         bigint not null,
    subscription_id text not null collate "C",
    primary key (role_no, subscription_id)
);
create index role_subscription_of on role_subscription (subscription_id);

create unlogged table payment_stage (
    line int, fingerprint bigint, plan_id text collate "C", at timestamptz, result text,
    invoice_number text collate "C", amount numeric
);
create unlogged table role_stage (
    line int, fingerprint bigint, user_id text collate "C", role text, scope text collate "C",
    scope_written text collate "C", subscription_ids text, actions text, is_partner boolean, partner_benefit boolean,
    everywhere boolean, rank smallint, retired boolean, may_create boolean, may_manage boolean, can_assign boolean,
    entitling boolean
);

-- The lines that must be paid, with the day on which they were (C14); null while they are not.
create unlogged table settlement_stage (
    plan_id text collate "C", term int, invoice_number text collate "C", settled_on date
);
