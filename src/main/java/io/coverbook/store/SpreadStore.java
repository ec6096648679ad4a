package io.coverbook.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spreads the cover of scopes to their subscriptions (E1, I5, I6). The first time everything is written at once; from then
 * on only subscriptions whose cover can have changed are spread again, which gives the same as spreading all: an entitlement
 * follows from the days of its subscription, the cover of its scope and the standing of its account, and from nothing else.
 */
public final class SpreadStore {

    private final Statements sql;
    private final RunStore runs;

    /**
     * The cover of scopes, brought to what the rules say.
     *
     * @param changed how many rows came and went
     * @param through the last import that the entitlements follow but for these changes, null if that is not known
     */
    public record Scopes(long changed, @Nullable Long through) {}

    public SpreadStore(Database database, RunStore runs) {
        this.sql = database.statements();
        this.runs = runs;
    }

    /**
     * Cover of scopes and standing of accounts take the difference. Whoever breaks off afterwards has the entitlements of all
     * subscriptions spread again, as what was touched is known no more.
     */
    public Scopes scopes(RunMark run) {
        return sql.together(() -> {
            Scopes scopes = bring(run);
            if (scopes.changed() > 0) {
                sql.update("spread_mark-delete");
            }
            return scopes;
        });
    }

    /** Cover of subscriptions takes the difference, or is filled where there is none yet. Returns the rows that changed. */
    public long subscriptions(RunMark run, Scopes scopes) {
        return sql.together(() -> {
            runs.fence(run);
            sql.update("session-bulk-memory");
            return scopes.changed()
                    + (sql.number("entitlement-any", Map.of()) > 0 ? differ(run, scopes.through()) : fill(run));
        });
    }

    /** The whole of it in the transaction that is open. Returns the rows that changed. */
    public long all(RunMark run) {
        return sql.together(() -> {
            Scopes scopes = bring(run);
            return scopes.changed() + differ(run, scopes.through());
        });
    }

    private Scopes bring(RunMark run) {
        runs.fence(run);
        List<Long> mark = sql.list("spread_mark-read", Map.of(), (r, i) -> r.getLong(1));
        Map<String, Object> parameters = Map.of("run", run.runId());
        sql.update("session-bulk-memory");
        sql.update("scope_touched_stage-empty");
        sql.analyze("cover_stage");
        sql.update("cover-insert");
        sql.analyze("cover");
        sql.update("scope_cover-resolve");
        sql.analyze("scope_cover_stage", "account_standing_stage");
        long changed = (long) sql.update("scope_cover-delete") + sql.update("scope_cover-insert", parameters);
        changed += (long) sql.update("account_standing-delete") + sql.update("account_standing-insert");
        sql.analyze("scope_cover", "account_standing", "scope_touched_stage");
        return new Scopes(changed, mark.isEmpty() ? null : mark.get(0));
    }

    /** Touched subscriptions are spread again, all of them where it is not known what the entitlements follow. */
    private long differ(RunMark run, @Nullable Long through) {
        if (through == null) {
            sql.update("subscription_touched_stage-insert-all");
        } else {
            sql.update("subscription_touched_stage-insert", Map.of("through", through));
        }
        sql.analyze("subscription_touched_stage");
        sql.update("entitlement_stage-insert-even");
        sql.update("entitlement_stage-insert-odd");
        sql.analyze("entitlement_stage");
        long changed = sql.update("entitlement-delete");
        changed += sql.update("entitlement-insert", Map.of("run", run.runId()));
        sql.update("spread_mark-insert");
        return changed;
    }

    /** The bulk at once, then the subscriptions that are left. */
    private long fill(RunMark run) {
        long came = sql.number("fill_entitlements-call", Map.of("run", run.runId()));
        sql.update("subscription_touched_stage-insert-odd");
        sql.analyze("subscription_touched_stage");
        sql.update("entitlement_stage-insert-odd");
        sql.analyze("entitlement_stage", "entitlement");
        came += sql.update("entitlement-insert", Map.of("run", run.runId()));
        sql.update("spread_mark-insert");
        return came;
    }
}
