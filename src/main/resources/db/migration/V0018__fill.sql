-- A table that holds nothing is filled in one go: emptied first, so that a server that need not send its log to another
-- writes the rows to the table alone (wal_level minimal), and with its keys last, which are then built at once.

-- Takes the keys of a table away. Says how they are made again.
create function take_keys(of_table regclass) returns text[]
    language plpgsql set search_path = pg_catalog, public as
$$
declare
    key    record;
    orders text[] := '{}';
begin
    for key in select c.conname, i.indexrelid::regclass as name, pg_get_constraintdef(c.oid) as promised,
                      pg_get_indexdef(i.indexrelid) as defined
               from pg_index i
               left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = i.indrelid
               where i.indrelid = of_table
               order by i.indexrelid loop
        if key.conname is null then
            execute format('drop index %s', key.name);
            orders := orders || key.defined;
        else
            execute format('alter table %s drop constraint %I', of_table, key.conname);
            orders := orders || format('alter table %s add constraint %I %s', of_table, key.conname, key.promised);
        end if;
    end loop;
    return orders;
end
$$;
create function make_keys(orders text[]) returns void
    language plpgsql set search_path = pg_catalog, public as
$$
declare
    made text;
begin
    foreach made in array orders loop
        execute made;
    end loop;
end
$$;
-- Nobody who may add rows can leave the table without its keys, or empty one that holds any.
create function begin_fill(of_table regclass) returns text[]
    language plpgsql set search_path = pg_catalog, public as
$$
declare
    held boolean;
begin
    execute format('lock table %s in access exclusive mode', of_table);
    execute format('select exists (select from %s)', of_table) into held;
    if held then
        raise exception '% holds rows, and is filled only when it holds none', of_table using errcode = '55000';
    end if;
    execute format('truncate %s', of_table);
    return take_keys(of_table);
end
$$;
revoke execute on function take_keys(regclass), make_keys(text[]), begin_fill(regclass) from public;

create or replace function fill_subscriptions(of_import bigint, exported timestamptz) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public as
$$
declare
    orders text[] := begin_fill('subscription_fact');
    filled bigint;
begin
    insert into subscription_fact (subscription_id, import_id, line, exported_at, first_exported_at, fingerprint,
        account_no, ea_no, display_name, product_category, state, state_since, created_on, scope_since, ended_on,
        updated_at, span_count, span_from, span_until, standing)
    select s.subscription_id, of_import, s.line, exported, exported, s.fingerprint, a.scope_no, e.scope_no,
        s.display_name, s.product_category, s.state, s.state_since, s.created_on, s.scope_since, s.ended_on,
        s.updated_at, s.span_count, s.span_from, s.span_until, s.standing
    from subscription_stage s
    join scope a on a.scope_type = 'ACCOUNT' and a.scope_id = s.account_id
    left join scope e on e.scope_type = 'EA' and e.scope_id = s.ea_id;
    get diagnostics filled = row_count;
    perform make_keys(orders);
    return filled;
end
$$;

-- The first entitlements of all, those of good subscriptions with one run of days: the bulk of all. Says how many intervals.
create function fill_entitlements(of_run bigint) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public as
$$
declare
    orders text[] := begin_fill('entitlement');
    filled bigint;
begin
    insert into entitlement (subscription_no, from_on, until_on, cover_no, standing, run_id)
    select v.subscription_no, v.from_on, v.until_on, v.cover_no, v.standing, of_run
    from entitlement_even v;
    get diagnostics filled = row_count;
    perform make_keys(orders);
    return filled;
end
$$;
revoke execute on function fill_entitlements(bigint) from public;

-- How long scopes rest is known again by deciding them: what a crash of the server empties is decided, and needs no log.
alter table scope_rest set unlogged;

-- What an import brought news of is asked for several times after it, and is a fiftieth of all.
create index subscription_fact_import on subscription_fact (import_id);
