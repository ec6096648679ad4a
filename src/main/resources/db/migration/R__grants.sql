-- The app owns nothing and may do only what the jobs need. Runs again whenever this file changes, as it must with
-- every new table or view: the last one that it gives away is charge_recorded.
do
$$
declare
    app name := '${app_role}';
    t   text;
begin
    if app = current_user then
        return; -- one user for both: a server that was handed over with a single user
    end if;
    execute format('grant usage on schema public to %I', app);
    execute format('grant select on all tables in schema public to %I', app);
    execute format('grant usage, select on all sequences in schema public to %I', app);
    -- facts, decisions and registers: added and brought up to date, never removed
    foreach t in array array['policy_set', 'reference_set', 'reference_file', 'run', 'run_step', 'setting',
        'import_file', 'import_reject', 'scope', 'account_fact', 'agreement_fact', 'plan_fact', 'subscription_fact',
        'role_fact', 'payment', 'witness_fact', 'charge', 'cover', 'flag', 'notice', 'charge_transition', 'invoice',
        'invoice_line', 'credit_note', 'month_close', 'document_series', 'outbox_start', 'outbox',
        'outbox_delivery'] loop
        execute format('grant insert on %I to %I', t, app);
    end loop;
    -- what the schedule did and who paused it; old entries are purged
    execute format('grant insert, update, delete on card_run to %I', app);
    execute format('grant insert on card_pause to %I', app);
    -- what was told and arrived is purged; that it was told stays
    execute format('grant update (facts) on outbox to %I', app);
    execute format('grant delete on outbox_delivery to %I', app);
    -- what people decided: added, never changed
    foreach t in array array['ruling', 'waiver', 'goodwill', 'goodwill_approval'] loop
        execute format('grant insert on %I to %I', t, app);
    end loop;
    foreach t in array array['run', 'setting', 'import_file', 'account_fact', 'agreement_fact', 'plan_fact',
        'subscription_fact', 'role_fact', 'witness_fact', 'charge', 'cover', 'flag', 'charge_transition', 'invoice',
        'document_series', 'outbox_start', 'outbox_delivery'] loop
        execute format('grant update on %I to %I', t, app);
    end loop;
    -- derived tables: rewritten by set difference
    foreach t in array array['subscription_span', 'role_subscription', 'plan_state', 'term', 'scope_cover',
        'account_standing', 'ea_verdict', 'entitlement', 'spread_mark', 'scope_rest', 'decision_mark',
        'proposed_invoice', 'proposed_line', 'proposed_credit'] loop
        execute format('grant insert, update, delete on %I to %I', t, app);
    end loop;
    for t in select tablename from pg_tables where schemaname = 'public' and tablename like '%\_stage' loop
        execute format('grant insert, update, delete, truncate on %I to %I', t, app);
    end loop;
    for t in select tablename from pg_tables
             where schemaname = 'public' and (tablename like 'batch\_%' or tablename like 'qrtz\_%') loop
        execute format('grant insert, update, delete on %I to %I', t, app);
    end loop;
    execute format('grant execute on function audit_add(text, text, text) to %I', app);
    execute format('grant execute on function analyze_table(text) to %I', app);
    execute format('grant execute on function fill_subscriptions(bigint, timestamptz) to %I', app);
    execute format('grant execute on function fill_entitlements(bigint) to %I', app);
end
$$;
