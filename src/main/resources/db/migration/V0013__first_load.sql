-- The first export of subscriptions: its rows go in before the keys of the table, which are then built at once. That
-- takes half the time of rows that go in with the keys in place. It is one function of the owner, so that nobody who may
-- add facts can leave the table without its keys; and it refuses a table that holds anything.
create function fill_subscriptions(of_import bigint, exported timestamptz) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public as
$$
declare
    key    record;
    orders text[] := '{}';
    built  text;
    filled bigint;
begin
    lock table subscription_fact in access exclusive mode;
    if exists (select from subscription_fact) then
        raise exception 'subscription_fact holds rows, and is filled only when it holds none' using errcode = '55000';
    end if;
    for key in select c.conname, i.indexrelid::regclass as name, pg_get_constraintdef(c.oid) as promised,
                      pg_get_indexdef(i.indexrelid) as defined
               from pg_index i
               left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = i.indrelid
               where i.indrelid = 'subscription_fact'::regclass
               order by i.indexrelid loop
        if key.conname is null then
            execute format('drop index %s', key.name);
            orders := orders || key.defined;
        else
            execute format('alter table subscription_fact drop constraint %I', key.conname);
            orders := orders || format('alter table subscription_fact add constraint %I %s', key.conname, key.promised);
        end if;
    end loop;
    insert into subscription_fact (subscription_id, import_id, line, exported_at, first_exported_at, fingerprint,
        account_no, ea_no, display_name, product_category, state, state_since, created_on, scope_since, ended_on,
        updated_at, span_count, span_from, span_until, standing)
    select s.subscription_id, of_import, s.line, exported, exported, s.fingerprint, a.scope_no, e.scope_no,
        s.display_name, s.product_category, s.state, s.state_since, s.created_on, s.scope_since, s.ended_on,
        s.updated_at, s.span_count, s.span_from, s.span_until, s.standing
    from subscription_stage s
    join scope a on a.scope_type = 'ACCOUNT' and a.scope_id = s.account_id
    left join scope e on e.scope_type = 'EA' and e.scope_id = s.ea_id
    order by s.subscription_id;
    get diagnostics filled = row_count;
    foreach built in array orders loop
        execute built;
    end loop;
    return filled;
end
$$;
revoke execute on function fill_subscriptions(bigint, timestamptz) from public;

-- One entry of a list can make several rows, and so be rejected several times.
alter table import_reject add column nth int not null default 1;
alter table import_reject drop constraint import_reject_pkey;
alter table import_reject add primary key (import_id, line, nth);

-- What was said of how to read the file: read otherwise, the same bytes are another file.
alter table import_file add column read_as text not null default '';
drop index import_file_once;
create unique index import_file_once on import_file (kind, exported_at, sha256, read_as) where outcome = 'ACCEPTED';
