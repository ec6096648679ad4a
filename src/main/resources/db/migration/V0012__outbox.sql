-- What is told to people and programs outside: once for every event, and again until it arrives.

-- From where telling begins: nobody asked for what lies before. book marks this database among others, and a restored one
-- as the same, so that a receiver knows a message it has had.
create table outbox_start (
    one          boolean primary key default true check (one),
    book         uuid not null default gen_random_uuid(),
    run_id       bigint not null,
    import_id    bigint not null,
    from_on      date not null,
    letters_from date
);

-- One row for every event, known by its key. facts: what there is to say, as JSON.
create table outbox (
    message_no bigint generated always as identity primary key,
    message_id text not null unique,
    event_key  text not null unique collate "C",
    topic      text not null,
    about      text not null,
    at         timestamptz not null,
    facts      text not null
);

-- One row for every way a message goes. A letter goes to recipient; the other ways have one place each, which is set where
-- the program runs. Whoever sends holds the row meanwhile, so that two programs send once.
create table outbox_delivery (
    message_no bigint not null references outbox,
    channel    text not null check (channel in ('MAIL', 'WEBHOOK', 'LETTER')),
    recipient  text not null,
    language   text not null default '',
    state      text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'REFUSED', 'GIVEN_UP')),
    attempts   int not null default 0,
    next_at    timestamptz not null,
    settled_at timestamptz,
    problem    text,
    primary key (message_no, channel, recipient),
    check ((state = 'WAITING') = (settled_at is null))
);
create index outbox_delivery_waiting on outbox_delivery (channel, next_at) where state = 'WAITING';
