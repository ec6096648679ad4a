-- A key of another table is looked up once for every row, and half a million invoices name one run and one series. The same
-- promises, kept once for every statement.

alter table invoice drop constraint invoice_series_fkey;
alter table invoice drop constraint invoice_run_id_fkey;
alter table proposed_invoice drop constraint proposed_invoice_run_id_fkey;
alter table proposed_line drop constraint proposed_line_run_id_fkey;

create function names_a_run() returns trigger language plpgsql as
$$
declare
    bad bigint;
begin
    select r.run_id into bad
    from (select distinct run_id from after_rows) r
    where not exists (select from run u where u.run_id = r.run_id)
    limit 1;
    if found then
        raise exception '% names run %, and there is none', tg_table_name, bad using errcode = '23503';
    end if;
    return null;
end
$$;
create trigger names_a_run after insert on invoice
    referencing new table as after_rows for each statement execute function names_a_run();
create trigger names_a_run after insert on proposed_invoice
    referencing new table as after_rows for each statement execute function names_a_run();
create trigger names_a_run after insert on proposed_line
    referencing new table as after_rows for each statement execute function names_a_run();

create or replace function series_has_no_gap() returns trigger language plpgsql as
$$
declare
    r record;
    last bigint;
begin
    for r in select series, min(no) as lowest, max(no) as highest, count(*) as n from after_rows group by series order by series loop
        select last_no into last from document_series where series = r.series for update;
        if not found then
            raise exception 'series % is not begun', r.series using errcode = '23503';
        end if;
        if r.lowest <> last + 1 or r.highest <> last + r.n then
            raise exception 'series %: expected % to %, got % to %',
                r.series, last + 1, last + r.n, r.lowest, r.highest using errcode = '23514';
        end if;
        update document_series set last_no = r.highest where series = r.series;
    end loop;
    return null;
end
$$;

-- What is named stays.
create trigger run_stays before delete or truncate on run for each statement execute function refuse_change();
create trigger run_keeps_its_number before update of run_id on run for each statement execute function refuse_change();
create trigger series_stays before delete or truncate on document_series for each statement execute function refuse_change();
create trigger series_keeps_its_name before update of series on document_series
    for each statement execute function refuse_change();
