package io.coverbook.answer;

import io.coverbook.plan.Policies;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.store.ChainStore;
import io.coverbook.store.Database;
import io.coverbook.store.KnownStore;
import io.coverbook.store.KnownStore.Closing;
import io.coverbook.store.KnownStore.CoverRun;
import io.coverbook.store.KnownStore.Known;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what was known when (L20). Without a wish: what the last reconcile knew, so that an answer agrees with the entitlement
 * table. For a day: what the exports up to its end told. For a day of a closed month, asked for as of a day between its
 * close and the last export that the close took in: what the close knew. For a month: what its close knew.
 */
public final class Knowledge {

    /** After every export and every word of people. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private static final Pattern LINE = Pattern.compile("=");

    private final KnownStore store;
    private final ChainStore chain;
    private final CoverRun last;
    private final Known latest;

    private Knowledge(KnownStore store, ChainStore chain, CoverRun last) {
        this.store = store;
        this.chain = chain;
        this.last = last;
        this.latest = known(chain, last, END, last.runId(), last.startedAt());
    }

    /**
     * What an answer rests on, or why there is none.
     *
     * @param recorded whether that is what the entitlement table rests on
     * @param note what to say about it; empty for the last reconcile
     */
    public record Basis(
            @Nullable Known known,
            boolean recorded,
            @Nullable String note) {}

    /** Empty while nothing was reconciled. */
    public static Optional<Knowledge> of(Database database) {
        KnownStore store = new KnownStore(database);
        return store.covering().map(run -> new Knowledge(store, new ChainStore(database), run));
    }

    /** What the last reconcile knew. */
    public Known latest() {
        return latest;
    }

    /** The day that the last reconcile was for. */
    public LocalDate reconciled() {
        return last.asOf();
    }

    /** What an answer about a day rests on. */
    public Basis basis(@Nullable AsKnown wish, LocalDate at) {
        if (wish == null) {
            return new Basis(latest(), true, null);
        }
        YearMonth month = wish.close();
        if (month != null) {
            return store.closing(month)
                    .map(closing -> closed(month, closing))
                    .orElseGet(() -> new Basis(
                            null,
                            false,
                            "Not known: " + Chain.month(month) + " is not closed; give a day to --known instead."));
        }
        return on(Objects.requireNonNull(wish.on()), at);
    }

    private Basis on(LocalDate day, LocalDate at) {
        Policies policies = policies(last);
        YearMonth month = YearMonth.from(at);
        Closing closing = store.closing(month).orElse(null);
        if (closing != null && !day.isBefore(closing.closedOn()) && !day.isAfter(takenIn(month, closing, policies))) {
            return closed(month, closing);
        }
        Instant end = policies.beginningOf(day.plusDays(1));
        Instant first = store.firstExport().orElse(END);
        if (!first.isBefore(end)) {
            return new Basis(
                    null,
                    false,
                    "Not known: nothing was known on " + Chain.day(day) + ", the first export is of "
                            + Chain.day(policies.dayOf(first)) + ".");
        }
        LocalDate asOf = day.isBefore(last.asOf()) ? day : last.asOf();
        CoverRun run = new CoverRun(last.runId(), asOf, last.startedAt(), last.policies());
        return new Basis(known(chain, run, end, Long.MAX_VALUE, end), false, "As known on " + Chain.day(day) + ".");
    }

    private Basis closed(YearMonth month, Closing closing) {
        CoverRun run = closing.run();
        return new Basis(
                known(chain, run, END, run.runId(), run.startedAt()),
                false,
                "As known when " + Chain.month(month) + " was closed, as of " + Chain.day(closing.closedOn()) + ".");
    }

    /** The last day whose exports the close took in: never beyond the day of the invoices (L4), never before its own. */
    private static LocalDate takenIn(YearMonth month, Closing closing, Policies policies) {
        LocalDate newest = policies.dayOf(closing.newest());
        LocalDate invoices = month.plusMonths(1).atDay(policies.invoiceDayDefault());
        LocalDate taken = newest.isAfter(invoices) ? invoices : newest;
        return taken.isAfter(closing.closedOn()) ? taken : closing.closedOn();
    }

    private static Known known(ChainStore chain, CoverRun run, Instant before, long lastRun, Instant ruledBefore) {
        Policies policies = policies(run);
        Set<String> denied = new HashSet<>(policies.denied().upgrades());
        chain.reference(run.runId(), "ea-upgrade-regions.csv").stream()
                .filter(row -> !Boolean.parseBoolean(row.cell("available")))
                .forEach(row -> denied.add(row.cell("country")));
        return new Known(run.asOf(), before, lastRun, ruledBefore, policies, denied);
    }

    private static Policies policies(CoverRun run) {
        Map<String, String> set = new HashMap<>();
        run.policies().lines().forEach(line -> {
            String[] parts = LINE.split(line, 2);
            set.put(parts[0], parts[1]);
        });
        return PolicyCatalogue.policies(set);
    }
}
