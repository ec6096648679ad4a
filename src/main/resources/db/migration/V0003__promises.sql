-- What no program may do to money, whoever it is. Statement triggers: they see set-based writes whole.

create function refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception '% on % is not allowed: issued documents never change', tg_op, tg_table_name using errcode = '23514';
end
$$;

create function charge_keeps_its_word() returns trigger language plpgsql as
$$
declare
    bad record;
begin
    select n.plan_id, n.term, o.state as was, n.state as becomes into bad
    from before_rows o
    join after_rows n using (plan_id, term)
    where (o.state in ('INVOICED', 'CREDITED')
           and (o.amount, o.currency, o.charge_date, o.service_until, o.tier, o.posting_month, o.bill_to)
               is distinct from
               (n.amount, n.currency, n.charge_date, n.service_until, n.tier, n.posting_month, n.bill_to))
       or (o.state = 'INVOICED' and n.state not in ('INVOICED', 'CREDITED'))
       or (o.state = 'CREDITED' and n.state <> 'CREDITED')
       or (n.state = 'CREDITED' and o.state not in ('INVOICED', 'CREDITED'))
       or (n.state = 'INVOICED' and o.state not in ('OPEN', 'INVOICED'))
    limit 1;
    if found then
        raise exception 'charge % term %: % may not become %, nor change once invoiced',
            bad.plan_id, bad.term, bad.was, bad.becomes using errcode = '23514';
    end if;
    return null;
end
$$;
create trigger charge_keeps_its_word after update on charge
    referencing old table as before_rows new table as after_rows
    for each statement execute function charge_keeps_its_word();
create trigger charge_is_never_deleted before delete on charge for each statement execute function refuse_change();

-- A closed month takes no new charge (X13, I11). Invoicing itself closes the month afterwards.
create function charge_month_is_open() returns trigger language plpgsql as
$$
declare
    bad record;
begin
    select n.plan_id, n.term, n.posting_month into bad
    from after_rows n
    join month_close m on m.month = n.posting_month
    where n.state = 'OPEN'
    limit 1;
    if found then
        raise exception 'charge % term % would be posted in %, which is closed',
            bad.plan_id, bad.term, to_char(bad.posting_month, 'YYYY-MM') using errcode = '23514';
    end if;
    return null;
end
$$;
create trigger charge_month_is_open_insert after insert on charge
    referencing new table as after_rows for each statement execute function charge_month_is_open();
create trigger charge_month_is_open_update after update on charge
    referencing new table as after_rows for each statement execute function charge_month_is_open();

-- Numbers without gap: an insert must continue its series exactly, and moves it on.
create function series_has_no_gap() returns trigger language plpgsql as
$$
declare
    r record;
    last bigint;
begin
    for r in select series, min(no) as lowest, max(no) as highest, count(*) as n from after_rows group by series order by series loop
        select last_no into last from document_series where series = r.series for update;
        if r.lowest <> last + 1 or r.highest <> last + r.n then
            raise exception 'series %: expected % to %, got % to %',
                r.series, last + 1, last + r.n, r.lowest, r.highest using errcode = '23514';
        end if;
        update document_series set last_no = r.highest where series = r.series;
    end loop;
    return null;
end
$$;
create trigger series_has_no_gap after insert on invoice
    referencing new table as after_rows for each statement execute function series_has_no_gap();
create trigger series_has_no_gap after insert on credit_note
    referencing new table as after_rows for each statement execute function series_has_no_gap();

create function invoice_adds_up() returns trigger language plpgsql as
$$
declare
    bad record;
begin
    select x.invoice_number, i.subtotal, x.total, i.line_count, x.n into bad
    from (select invoice_number, sum(amount) as total, count(*) as n from after_rows group by invoice_number) x
    left join invoice i using (invoice_number)
    where i.invoice_number is null or i.subtotal <> x.total or i.line_count <> x.n
    limit 1;
    if found then
        raise exception 'invoice %: header % over % lines, lines add up to % over %',
            bad.invoice_number, bad.subtotal, bad.line_count, bad.total, bad.n using errcode = '23514';
    end if;
    return null;
end
$$;
create trigger invoice_adds_up after insert on invoice_line
    referencing new table as after_rows for each statement execute function invoice_adds_up();

-- Of an issued invoice only its payment status moves.
create function invoice_only_status() returns trigger language plpgsql as
$$
declare
    bad text;
begin
    select n.invoice_number into bad
    from before_rows o
    join after_rows n using (series, no)
    where to_jsonb(o) - 'status' is distinct from to_jsonb(n) - 'status'
    limit 1;
    if found then
        raise exception 'invoice %: issued documents never change', bad using errcode = '23514';
    end if;
    return null;
end
$$;
create trigger invoice_only_status after update on invoice
    referencing old table as before_rows new table as after_rows
    for each statement execute function invoice_only_status();
create trigger invoice_stays before delete or truncate on invoice for each statement execute function refuse_change();
create trigger invoice_line_stays before update or delete or truncate on invoice_line
    for each statement execute function refuse_change();
create trigger credit_note_stays before update or delete or truncate on credit_note
    for each statement execute function refuse_change();
create trigger month_close_stays before update or delete or truncate on month_close
    for each statement execute function refuse_change();
create trigger charge_stays before truncate on charge for each statement execute function refuse_change();

-- Who did what, each entry chained to the one before (RELIABILITY 2.5).
create table audit (
    id     bigint primary key,
    at     timestamptz not null,
    actor  text not null,
    action text not null,
    body   text not null,
    prev   bytea not null,
    hash   bytea not null
);
create table audit_head (
    one  boolean primary key default true check (one),
    id   bigint not null,
    hash bytea not null
);
insert into audit_head values (true, 0, '\x00');
create function audit_add(who text, what text, details text) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public as
$$
declare
    head record;
    now_at timestamptz := clock_timestamp();
    next_hash bytea;
begin
    select * into head from public.audit_head for update;
    next_hash := sha256(head.hash || convert_to(
        concat_ws('|', head.id + 1, to_char(now_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), who, what, details),
        'UTF8'));
    insert into public.audit values (head.id + 1, now_at, who, what, details, head.hash, next_hash);
    update public.audit_head set id = head.id + 1, hash = next_hash;
    return head.id + 1;
end
$$;
revoke all on function audit_add(text, text, text) from public;
create trigger audit_stays before update or delete or truncate on audit
    for each statement execute function refuse_change();

-- The app does not own the tables, yet the planner must know what a step has just written.
create function analyze_table(named text) returns int
    language plpgsql security definer set search_path = pg_catalog, public as
$$
begin
    if named ~ '^(batch|qrtz)_' or not exists (select from pg_tables where schemaname = 'public' and tablename = named) then
        raise exception 'table % is not analyzed here', named using errcode = '42501';
    end if;
    execute format('analyze public.%I', named);
    return 1;
end
$$;
revoke all on function analyze_table(text) from public;
