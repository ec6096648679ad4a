package io.coverbook.store;

import io.coverbook.ingest.ExportFile;
import io.coverbook.ingest.ExportKind;
import io.coverbook.ingest.ExportReader;
import io.coverbook.ingest.FileCode;
import io.coverbook.ingest.FileRefusal;
import io.coverbook.ingest.FileRefusedException;
import io.coverbook.ingest.ReadTotals;
import io.coverbook.store.ImportOutcome.Counts;
import io.coverbook.store.ImportOutcome.Result;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DuplicateKeyException;

/**
 * Takes export files into the facts: staged by COPY, merged as sets, all of one file in one transaction or nothing of it
 * (X21, X24; DECISIONS A6, A9, K2).
 */
public final class FactStore {

    private static final Logger LOG = LoggerFactory.getLogger(FactStore.class);

    /** More rows than this must vanish before the shrink guard speaks (CONTRACT 5). */
    private static final long SHRINK_TOLERATED = 20;

    /** What may vanish without a flag of its own: the days of cover and the right to ask end, nothing else (A6). */
    private static final Set<String> QUIETLY_GONE = Set.of("subscription", "role");

    /** The tables of which there are so many rows that it pays to look for what is new before anything else. */
    private static final Set<String> NEWS = Set.of("account", "subscription");

    private final Statements sql;
    private final RunStore runs;

    public FactStore(Database database, RunStore runs) {
        this.sql = database.statements();
        this.runs = runs;
    }

    /** One file whole: what it brought, or why it was not taken. */
    public ImportOutcome take(ExportFile file, ImportRequest request, RunMark run) {
        return take(file, request, run, rows -> {});
    }

    /** The same; {@code watch} is told now and then how many rows are read. */
    public ImportOutcome take(ExportFile file, ImportRequest request, RunMark run, LongConsumer watch) {
        Map<String, @Nullable Object> about = about(file, request);
        if (sql.first("import_file-same", about, (r, i) -> r.getLong(1)).isPresent()) {
            return same(file);
        }
        try {
            Work work = new Work(file, request, run, about, watch);
            return request.check() ? sql.undone(work::run) : sql.together(work::run);
        } catch (Refused e) {
            return refuse(file, e, run, request);
        }
    }

    /** The same inside a transaction that is taken back; a file that is refused leaves nothing for the next one. */
    public ImportOutcome tryOut(ExportFile file, ImportRequest request, RunMark run, LongConsumer watch) {
        Map<String, @Nullable Object> about = about(file, request);
        if (sql.first("import_file-same", about, (r, i) -> r.getLong(1)).isPresent()) {
            return same(file);
        }
        try {
            return sql.apart(new Work(file, request, run, about, watch)::run);
        } catch (Refused e) {
            return told(file, Result.REFUSED, e.code, String.valueOf(e.getMessage()), Counts.NONE);
        }
    }

    private static ImportOutcome same(ExportFile file) {
        String code = FileCode.F18_DUPLICATE_FILE.name();
        return told(file, Result.SAME, code, "imported before, nothing to do", Counts.NONE);
    }

    /** Files that were refused before they were read. */
    public void refused(FileRefusal refusal, RunMark run) {
        Map<String, @Nullable Object> parameters = new HashMap<>(Map.<String, Object>of(
                "kind",
                "unknown",
                "file",
                refusal.name(),
                "sha256",
                "",
                "bytes",
                0,
                "from",
                "MODIFIED",
                "partial",
                false,
                "whole",
                false));
        parameters.put("form", null);
        parameters.put("told", "");
        parameters.put("at", new Timestamp(0));
        sql.together(
                () -> registerRefused(parameters, new Refused(refusal.code().name(), refusal.message(), 0), run));
    }

    /** Why a file is not taken; carries the way out of the open transaction. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String code;
        private final int line;

        Refused(String code, String message, int line) {
            super(message);
            this.code = code;
            this.line = line;
        }
    }

    private ImportOutcome refuse(ExportFile file, Refused why, RunMark run, ImportRequest request) {
        if (!request.check()) {
            sql.together(() -> registerRefused(about(file, request), why, run));
        }
        return told(file, Result.REFUSED, why.code, String.valueOf(why.getMessage()), Counts.NONE);
    }

    private long registerRefused(Map<String, @Nullable Object> about, Refused why, RunMark run) {
        runs.fence(run);
        Map<String, @Nullable Object> parameters = new HashMap<>(about);
        parameters.put("run", run.runId());
        parameters.put("outcome", Result.REFUSED.name());
        parameters.put("code", why.code);
        parameters.put("message", String.valueOf(why.getMessage()));
        parameters.put("read", 0);
        parameters.put("rejected", 0);
        long id = register(parameters);
        sql.update(
                "import_reject-insert-one",
                Map.of("import", id, "line", why.line, "code", why.code, "message", String.valueOf(why.getMessage())));
        return id;
    }

    private long register(Map<String, @Nullable Object> parameters) {
        long id = sql.first("import_file-insert", parameters, (r, i) -> r.getLong(1))
                .orElseThrow();
        MDC.put("import_id", String.valueOf(id));
        return id;
    }

    private static ImportOutcome told(ExportFile file, Result result, String code, String message, Counts counts) {
        return new ImportOutcome(
                file.name(),
                file.told(),
                result,
                code,
                message,
                counts,
                List.of(),
                List.of(),
                List.of(),
                null,
                file.names());
    }

    private static Map<String, @Nullable Object> about(ExportFile file, ImportRequest request) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("kind", file.kind().label());
        parameters.put("file", file.name());
        parameters.put("sha256", file.sha256());
        parameters.put("bytes", file.size());
        parameters.put("at", OffsetDateTime.ofInstant(file.exportedAt(), ZoneOffset.UTC));
        parameters.put("from", file.timeSource().name());
        parameters.put("partial", file.partial());
        parameters.put("whole", false);
        parameters.put("form", file.formLabel());
        parameters.put("told", request.options().told());
        return parameters;
    }

    /** The import of one file, inside its transaction. */
    private final class Work {

        private final ExportFile file;
        private final ImportRequest request;
        private final RunMark run;
        private final Map<String, @Nullable Object> about;
        private final List<String> tables;
        private final LocalDate exportedOn;

        private long duplicates;
        private long added;
        private long changed;
        private long removed;
        private long missing;
        private boolean first;

        private final LongConsumer watch;

        Work(
                ExportFile file,
                ImportRequest request,
                RunMark run,
                Map<String, @Nullable Object> about,
                LongConsumer watch) {
            this.watch = watch;
            this.file = file;
            this.request = request;
            this.run = run;
            this.about = new HashMap<>(about);
            this.tables = FactStage.tables(file.kind());
            this.exportedOn = request.policies().dayOf(file.exportedAt());
        }

        ImportOutcome run() {
            if (!request.check()) {
                runs.fence(run);
            }
            sql.update("session-bulk-memory");
            try (FactStage stage = stage()) {
                return taken(stage);
            }
        }

        private ImportOutcome taken(FactStage stage) {
            ReadTotals totals = read(stage);
            long staged = stage.finish();
            if (staged != totals.good()) {
                throw new StoreException(file.name() + ": " + totals.good() + " good rows, " + staged + " staged");
            }
            tables.forEach(table -> sql.analyze(table + "_stage"));
            about.put("run", run.runId());
            about.put("read", totals.read());
            about.put("rejected", totals.rejected());
            about.put("whole", totals.whole() && !file.partial() && totals.rejected() == 0);
            about.put("code", null);
            about.put("message", null);
            if (stale()) {
                return stale(totals);
            }
            about.put("outcome", Result.ACCEPTED.name());
            // Nothing is known of the rows yet, so all of them count as rejected until the last statement (I9).
            about.put("rejected", totals.read());
            long id = register(about);
            about.put("import", id);
            about.put("on", exportedOn);
            first = tables.contains("subscription") && sql.number("subscription-fact-any", about) == 0;
            thin();
            news();
            guard();
            merge();
            long unchanged = staged - duplicates - added - changed;
            Counts counts =
                    new Counts(totals.read(), added, changed, unchanged, duplicates, totals.rejected(), removed);
            close(counts);
            return new ImportOutcome(
                    file.name(),
                    file.told(),
                    Result.ACCEPTED,
                    "",
                    "",
                    counts,
                    stage.shown(),
                    stage.warnings(),
                    totals.causes(),
                    totals.rejects(),
                    file.names());
        }

        private FactStage stage() {
            for (String table : tables) {
                sql.update(table + "-stage-empty");
            }
            sql.update("subscription-span-empty");
            sql.update("reject_stage-empty");
            return new FactStage(sql.connection(), exportedOn, watch);
        }

        private ReadTotals read(FactStage stage) {
            try {
                return ExportReader.read(file, request.options(), new KnownFacts(sql), stage);
            } catch (FileRefusedException e) {
                throw new Refused(e.code().name(), String.valueOf(e.getMessage()), e.line());
            }
        }

        /** Payments and witnesses are events: an older file still tells of what no newer one does (A7). */
        private boolean events() {
            return file.kind() == ExportKind.PAYMENTS || file.kind() == ExportKind.WITNESSES;
        }

        private boolean stale() {
            return !events()
                    && sql.first("import_file-newest", about, (r, i) -> r.getObject(1, OffsetDateTime.class))
                            .filter(newest -> file.exportedAt().isBefore(newest.toInstant()))
                            .isPresent();
        }

        private ImportOutcome stale(ReadTotals totals) {
            about.put("outcome", Result.STALE.name());
            about.put("rejected", totals.read());
            String newest = sql.first("import_file-newest", about, (r, i) -> r.getObject(1, OffsetDateTime.class)
                            .toInstant()
                            .toString())
                    .orElseThrow();
            register(about);
            about.put("on", exportedOn);
            sql.update("flag-insert-stale", about);
            return told(
                    file,
                    Result.STALE,
                    FileCode.F17_STALE_EXPORT.name(),
                    "exported " + file.exportedAt() + ", but one of " + newest
                            + " is imported already; an older export never overwrites a newer one",
                    new Counts(totals.read(), 0, 0, 0, 0, totals.read(), 0));
        }

        private void thin() {
            for (String table : tables) {
                if (!table.equals("subscription") || !first) {
                    thin(table);
                }
            }
        }

        private void thin(String table) {
            if (sql.number(table + "-stage-repeats", about) > 0) {
                if (!events()) {
                    sql.update(table + "-stage-flag", about);
                }
                duplicates += sql.update(table + "-stage-thin");
                if (table.equals("subscription")) {
                    sql.update("subscription-span-thin");
                }
            }
        }

        /** Most rows of a full export say what is known: those that do not are looked for once. */
        private void news() {
            for (String table : tables) {
                if (NEWS.contains(table) && !first) {
                    sql.order(table + "-news-drop");
                    sql.order(table + "-news-create");
                    sql.order(table + "-news-analyze");
                }
            }
        }

        /** The first subscriptions of all: only when their keys are built is it known whether the file has one twice. */
        private void mergeFirst(String scopes) {
            try {
                sql.apart(() -> {
                    mergeInto(scopes);
                    return true;
                });
            } catch (DuplicateKeyException e) {
                LOG.info("{} has subscriptions twice, one row of each is kept", file.name());
                thin("subscription");
                added = changed = removed = 0;
                mergeInto(scopes);
            }
        }

        /**
         * A row that cannot be read is not a row that is gone: a file with rejected rows takes nothing as removed. It
         * is imported again when its rejects are mended.
         */
        private boolean tellsWhatIsGone() {
            return !events() && Objects.equals(about.get("whole"), true);
        }

        /** A list of Azure's is of the accounts, or the subscriptions, that its entries name, and of no others. */
        private boolean shownOnly() {
            return file.origin() != null
                    && (file.kind() == ExportKind.SUBSCRIPTIONS || file.kind() == ExportKind.ROLE_ASSIGNMENTS);
        }

        /** A full snapshot that loses too much is more likely half an export than half a business (F21). */
        private void guard() {
            if (!tellsWhatIsGone()) {
                return;
            }
            long stored = 0;
            for (String table : tables) {
                if (first && table.equals("subscription")) {
                    continue; // where nothing was, nothing is gone
                }
                long[] counts = sql.first(table + (shownOnly() ? "-shown-missing" : "-fact-missing"), about, (r, i) ->
                                new long[] {r.getLong(1), r.getLong(2)})
                        .orElseThrow();
                missing += counts[0];
                stored += counts[1];
            }
            if (file.kind() == ExportKind.ROLE_ASSIGNMENTS) {
                return; // people come and go; the guard is for what is charged and covered (A7)
            }
            Long accepted = request.acceptRemovals();
            BigDecimal most = request.policies().maxShrink().multiply(BigDecimal.valueOf(stored));
            boolean tooMany =
                    missing > SHRINK_TOLERATED && BigDecimal.valueOf(missing).compareTo(most) > 0;
            boolean all = missing > 0 && missing == stored;
            if ((tooMany || all) && (accepted == null || accepted != missing)) {
                throw new Refused(
                        FileCode.F21_SHRINK_GUARD.name(),
                        "the file no longer has " + missing + " of the " + stored + " rows stored; if that is right,"
                                + " import it with --accept-removals " + missing
                                + ", if it is only a part, with --partial",
                        0);
            }
        }

        private void merge() {
            switch (file.kind()) {
                case BILLING_ACCOUNTS -> mergeInto("scope-insert-from-account");
                case ENTERPRISE_AGREEMENTS -> {
                    mergeInto("scope-insert-from-agreement");
                    sql.update("agreement-stage-inside", about);
                    if (file.origin() != null) {
                        sql.update("agreement-stage-outside", about);
                    }
                }
                case SUBSCRIPTIONS -> {
                    if (first) {
                        mergeFirst("scope-insert-from-subscription");
                    } else {
                        mergeInto("scope-insert-from-subscription");
                    }
                    sql.update("subscription-span-insert", about);
                    if (changed + removed > 0) {
                        sql.analyze("subscription_past");
                        new ChangedDays(sql, about, request.policies()).decide(exportedOn);
                    }
                }
                case ROLE_ASSIGNMENTS -> {
                    mergeFacts();
                    sql.update("role_subscription-delete", about);
                    sql.update("role_subscription-insert", about);
                    sql.analyze("role_past", "role_subscription");
                }
                case PAYMENTS -> {
                    added = sql.update("payment-insert", about);
                    sql.analyze("payment");
                }
                case WITNESSES -> mergeFacts();
            }
        }

        /** The ids that the rows name get their numbers first. */
        private void mergeInto(String scopes) {
            sql.update(scopes, about);
            sql.analyze("scope");
            mergeFacts();
        }

        private void mergeFacts() {
            for (String table : tables) {
                if (table.equals("subscription") && first) {
                    added += sql.number("fill_subscriptions-call", about);
                    continue; // where nothing was, nothing changes and nothing is gone
                }
                changed += sql.update(table + "-fact-update", about);
                added += sql.update(table + "-fact-insert", about);
                if (missing > 0) {
                    if (table.equals("subscription") && !shownOnly()) {
                        sql.order("subscription-gone-drop");
                        sql.order("subscription-gone-create");
                    }
                    removed += sql.update(table + (shownOnly() ? "-shown-remove" : "-fact-remove"), about);
                    if (!QUIETLY_GONE.contains(table)) {
                        sql.update(table + "-fact-flag", about);
                    }
                }
            }
            if (added + changed > 0) {
                tables.forEach(table -> sql.analyze(table + "_fact"));
            }
        }

        private void close(Counts counts) {
            sql.update("import_reject-insert", about);
            about.put("added", counts.added());
            about.put("changed", counts.changed());
            about.put("unchanged", counts.unchanged());
            about.put("duplicates", counts.duplicates());
            about.put("rejected", counts.rejected());
            about.put("removed", counts.removed());
            sql.update("import_file-update", about);
        }
    }
}
