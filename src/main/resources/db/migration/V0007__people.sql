-- What people decided: added, never changed. The last word about a plan's flag, or about a waived flag, counts.

create table ruling (
    ruling_id bigint generated always as identity primary key,
    plan_id   text not null collate "C",
    kind      text not null check (kind in ('RELEASE', 'DISMISS', 'APPROVE_CREDIT')),
    code      text not null collate "C",
    at        timestamptz not null,
    actor     text not null check (actor ~ '\S'),
    reason    text not null check (reason ~ '\S')
);
create index ruling_plan on ruling (plan_id, code, ruling_id);

create table waiver (
    waiver_id   bigint generated always as identity primary key,
    code        text not null collate "C",
    object_type text not null collate "C",
    object_id   text not null collate "C",
    until_on    date not null,
    at          timestamptz not null,
    actor       text not null check (actor ~ '\S'),
    reason      text not null check (reason ~ '\S')
);
create index waiver_flag on waiver (code, object_type, object_id, waiver_id);

-- Credits that nobody has to give (P50). second_person: asked for while close.approval was SECOND_PERSON, so that
-- somebody else has to agree before the next close issues it.
create table goodwill (
    goodwill_id    bigint generated always as identity primary key,
    invoice_number text not null collate "C",
    line           int not null,
    amount         numeric not null check (amount > 0),
    second_person  boolean not null,
    at             timestamptz not null,
    actor          text not null check (actor ~ '\S'),
    reason         text not null check (reason ~ '\S'),
    unique (goodwill_id, actor)
);
create index goodwill_line on goodwill (invoice_number, line);
create table goodwill_approval (
    goodwill_id  bigint primary key,
    requested_by text not null,
    at           timestamptz not null,
    actor        text not null check (actor ~ '\S'),
    reason       text not null check (reason ~ '\S'),
    foreign key (goodwill_id, requested_by) references goodwill (goodwill_id, actor),
    constraint goodwill_second_person check (actor <> requested_by)
);

alter table proposed_credit add column goodwill_id bigint;
alter table credit_note add column goodwill_id bigint references goodwill;
create unique index credit_note_goodwill_once on credit_note (goodwill_id);
alter table credit_note add constraint credit_note_goodwill check ((reason = 'GOODWILL') = (goodwill_id is not null));

create trigger ruling_stays before update or delete or truncate on ruling for each statement execute function refuse_change();
create trigger waiver_stays before update or delete or truncate on waiver for each statement execute function refuse_change();
create trigger goodwill_stays before update or delete or truncate on goodwill
    for each statement execute function refuse_change();
create trigger goodwill_approval_stays before update or delete or truncate on goodwill_approval
    for each statement execute function refuse_change();

-- I14 before anything is issued: what is asked for and what is credited never exceed the line. Whoever asks holds the
-- line's invoice meanwhile, so that two cannot both be the last to fit.
create function goodwill_fits() returns trigger language plpgsql as
$$
declare
    bad record;
begin
    perform from invoice i where i.invoice_number in (select invoice_number from after_rows) order by series, no for update;
    select n.invoice_number, n.line, l.amount, c.state, x.asked, y.credited into bad
    from after_rows n
    left join invoice_line l on l.invoice_number = n.invoice_number and l.line = n.line
    left join charge c on c.plan_id = l.plan_id and c.term = l.term
    cross join lateral (select sum(g.amount) as asked from goodwill g
                        where g.invoice_number = n.invoice_number and g.line = n.line) x
    cross join lateral (select coalesce(sum(k.amount), 0) as credited from credit_note k
                        where k.plan_id = l.plan_id and k.term = l.term and k.goodwill_id is null) y
    where l.amount is null or c.state <> 'INVOICED' or x.asked + y.credited > l.amount
    limit 1;
    if found then
        raise exception 'invoice % line %: % are asked for or credited of %, state %',
            bad.invoice_number, bad.line, bad.asked + bad.credited, bad.amount, bad.state using errcode = '23514';
    end if;
    return null;
end
$$;
create trigger goodwill_fits after insert on goodwill
    referencing new table as after_rows for each statement execute function goodwill_fits();

-- What the next close still has to issue.
create view goodwill_open as
select g.*, l.plan_id, l.term
from goodwill g
join invoice_line l on l.invoice_number = g.invoice_number and l.line = g.line
where (not g.second_person or exists (select from goodwill_approval a where a.goodwill_id = g.goodwill_id))
  and not exists (select from credit_note n where n.goodwill_id = g.goodwill_id);

-- The last word about leaving a flag alone; over when its day has passed.
create view flag_waived as
select distinct on (code, object_type, object_id) code, object_type, object_id, until_on, actor, reason
from waiver
order by code, object_type, object_id, waiver_id desc;

-- The last word about each flag of each plan.
create view ruling_last as
select distinct on (plan_id, code) plan_id, code, kind, at, actor, reason
from ruling
order by plan_id, code, ruling_id desc;
