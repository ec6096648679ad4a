-- Cover is spread to subscriptions again only where it can have changed: in scopes whose cover or standing the rules decided
-- otherwise, and for subscriptions that an import brought, changed or missed.

-- The last import whose subscriptions the entitlements follow. No row: they follow nothing yet, and all is spread.
create table spread_mark (
    only_one       boolean primary key default true check (only_one),
    through_import bigint not null
);
create unlogged table scope_touched_stage (scope_no bigint);
create unlogged table subscription_touched_stage (subscription_no bigint, subscription_id text collate "C");

-- What a good subscription with one run of days is entitled to: the cover of its scope. One row a span of cover.
create view entitlement_even as
select f.ctid as place, f.subscription_id, f.subscription_no, greatest(f.span_from, c.from_on) as from_on,
       least(f.span_until, c.until_on) as until_on, c.cover_no, 0::smallint as standing
from subscription_fact f
join scope_cover c on c.scope_no = coalesce(f.ea_no, f.account_no)
                  and c.from_on < f.span_until and c.until_on > f.span_from
where f.span_count = 1 and f.standing = 0
  and not exists (select from account_standing a where a.scope_no = f.account_no);

-- The invoices that will be proposed, before the rule has said their dates and tax.
create unlogged table bill_stage (
    no bigint, bill_to text collate "C", billing_profile_id text collate "C", currency text, agreement_line boolean,
    line_count int, subtotal numeric
);

-- The first export of subscriptions lies in the table in the order of the file: its keys are sorted when they are built,
-- and the rows need not be.
create or replace function fill_subscriptions(of_import bigint, exported timestamptz) returns bigint
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
    left join scope e on e.scope_type = 'EA' and e.scope_id = s.ea_id;
    get diagnostics filled = row_count;
    foreach built in array orders loop
        execute built;
    end loop;
    return filled;
end
$$;

-- Of an issued invoice only its payment status moves. Said as a difference of sets: a comparison of the rows before with the
-- rows after was planned for a few of them, once and for all, and took hours for half a million.
create or replace function invoice_only_status() returns trigger language plpgsql as
$$
declare
    bad text;
begin
    select x.invoice_number into bad
    from (select series, no, invoice_number, posting_month, bill_to, billing_profile_id, currency, invoice_date, due_date,
                 payment_method, tax_rate, subtotal, tax, total, credit_applied, line_count, run_id
          from after_rows
          except
          select series, no, invoice_number, posting_month, bill_to, billing_profile_id, currency, invoice_date, due_date,
                 payment_method, tax_rate, subtotal, tax, total, credit_applied, line_count, run_id
          from before_rows) x
    limit 1;
    if found then
        raise exception 'invoice %: issued documents never change', bad using errcode = '23514';
    end if;
    return null;
end
$$;
-- The same must not befall charges, whose two sides are compared key by key.
alter function charge_keeps_its_word() set enable_nestloop = off;
