package io.coverbook.batch;

import io.coverbook.ingest.ReferenceData.ReferenceText;
import io.coverbook.ingest.ReferenceReader;
import io.coverbook.plan.Policies;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.plan.PolicyCatalogue.PolicyException;
import io.coverbook.store.CheckStore;
import io.coverbook.store.Database;
import io.coverbook.store.DecisionStore;
import io.coverbook.store.DocumentStore;
import io.coverbook.store.FactStore;
import io.coverbook.store.MonthStore;
import io.coverbook.store.OutboxStore;
import io.coverbook.store.ReferenceStore;
import io.coverbook.store.ReferenceStore.LastUsed;
import io.coverbook.store.ReferenceStore.ReferenceFile;
import io.coverbook.store.RunMark;
import io.coverbook.store.RunStore;
import io.coverbook.store.RunStore.Hashes;
import io.coverbook.store.RunStore.Order;
import io.coverbook.store.RunStore.Purpose;
import io.coverbook.store.ScheduleStore;
import io.coverbook.store.SpreadStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** What every job works with: the stores, the job runner, and what the caller has chosen. */
public final class Workshop {

    private static final String FIRST_MONTH = "billing.first-month";

    /** Fewer scopes than this are decided in a second or two; parts would only cost. */
    private static final long WORTH_CUTTING = 20_000;

    /** Every part holds a few connections and some megabytes of heap. */
    private static final int MOST_PARTS = 4;

    private final Setting setting;
    private final Progress progress;
    private final RunStore runs;
    private final FactStore facts;
    private final CheckStore checks;
    private final DecisionStore decisions;
    private final SpreadStore spread;
    private final DocumentStore documents;
    private final ReferenceStore reference;
    private final JobRunner jobs;
    private final MonthStore months;
    private final ScheduleStore schedule;
    private final OutboxStore outbox;
    private final Clock clock;
    private final StopSign stop;
    private final int parts;

    /**
     * The parts of Spring Batch that jobs need.
     *
     * @param parts into how many parts a step is cut that can be cut, 0 for as many as the work and the machine suggest
     */
    public record Batch(JobRepository repository, JobOperator operator, Clock clock, StopSign stop, int parts) {}

    public Workshop(Database database, Batch batch, Setting setting, Progress progress) {
        this.setting = setting;
        this.progress = progress;
        this.runs = new RunStore(database);
        this.facts = new FactStore(database, runs);
        this.checks = new CheckStore(database);
        this.decisions = new DecisionStore(database, runs);
        this.spread = new SpreadStore(database, runs);
        this.documents = new DocumentStore(database, runs);
        this.reference = new ReferenceStore(database);
        this.months = new MonthStore(database);
        this.schedule = new ScheduleStore(database);
        this.outbox = new OutboxStore(database);
        this.clock = batch.clock();
        this.stop = batch.stop();
        this.parts = batch.parts();
        this.jobs = new JobRunner(batch, runs, progress, setting.actor());
    }

    Setting setting() {
        return setting;
    }

    CheckStore checks() {
        return checks;
    }

    Progress progress() {
        return progress;
    }

    RunStore runs() {
        return runs;
    }

    FactStore facts() {
        return facts;
    }

    DecisionStore decisions() {
        return decisions;
    }

    SpreadStore spread() {
        return spread;
    }

    DocumentStore documents() {
        return documents;
    }

    MonthStore months() {
        return months;
    }

    Clock clock() {
        return clock;
    }

    ScheduleStore schedule() {
        return schedule;
    }

    OutboxStore outbox() {
        return outbox;
    }

    StopSign stop() {
        return stop;
    }

    /** Into how many parts to cut the work on all scopes. */
    int parts() {
        if (parts > 0) {
            return parts;
        }
        return decisions.scopes() < WORTH_CUTTING
                ? 1
                : Math.min(Runtime.getRuntime().availableProcessors(), MOST_PARTS);
    }

    /** Two works that do not need each other; in one part, and so in order, where others are not cut either. */
    JobRunner.Cut sideBySide(LongSupplier one, LongSupplier other) {
        List<LongSupplier> works =
                parts() > 1 ? List.of(one, other) : List.of(() -> one.getAsLong() + other.getAsLong());
        return new JobRunner.Cut(0, works, () -> 0);
    }

    JobRunner jobs() {
        return jobs;
    }

    /** Begins a run, with its policies and reference data kept; says what differs from the last run (L17). */
    RunMark begin(Purpose purpose, @Nullable LocalDate asOf, @Nullable YearMonth period) {
        String body = PolicyCatalogue.body(setting.policies());
        String policyHash = ReferenceReader.sha256(body);
        String referenceHash = setting.reference().hash();
        reference.lastUsed().ifPresent(last -> tellDifferences(last, body, policyHash, referenceHash));
        reference.keepPolicies(policyHash, body);
        List<ReferenceFile> files = new ArrayList<>();
        for (ReferenceText text : setting.reference().files()) {
            files.add(new ReferenceFile(text.name(), text.sha256(), text.content()));
        }
        reference.keepReference(referenceHash, files);
        boolean secondPerson = PolicyCatalogue.policies(setting.policies()).secondPerson();
        Hashes hashes = new Hashes(setting.rulesVersion(), policyHash, referenceHash);
        return runs.begin(new Order(purpose, asOf, period, setting.actor(), secondPerson, hashes));
    }

    private void tellDifferences(LastUsed last, String body, String policyHash, String referenceHash) {
        if (!last.policies().equals(policyHash)) {
            List<String> before =
                    reference.policies(last.policies()).orElse("").lines().toList();
            body.lines()
                    .filter(line -> !before.contains(line))
                    .forEach(line -> progress.note("policy differs from the last run: " + line));
        }
        if (!last.reference().equals(referenceHash)) {
            progress.note("reference data differs from the last run");
        }
    }

    /** The policies, with the first billed month as configured, else as chosen before, else the month given (L16). */
    Policies policies(YearMonth firstIfNone) {
        Map<String, String> set = new HashMap<>(setting.policies());
        String chosen = reference.setting(FIRST_MONTH).orElse("");
        String configured = set.getOrDefault(FIRST_MONTH, "");
        if (configured.isEmpty()) {
            set.put(FIRST_MONTH, chosen.isEmpty() ? firstIfNone.toString() : chosen);
        } else if (!chosen.isEmpty()
                && !chosen.equals(configured)
                && documents.closed().first() != null) {
            throw new ClosedPolicyException(chosen, configured);
        }
        return PolicyCatalogue.policies(set);
    }

    /** Whether the first billed month is known: somebody set it, or the first reconcile chose it (L16). */
    boolean firstMonthKnown() {
        return !setting.policies().getOrDefault(FIRST_MONTH, "").isEmpty()
                || reference.setting(FIRST_MONTH).isPresent();
    }

    /** The same, and the first billed month written down when it is new. */
    Policies firstMonth(RunMark run, YearMonth firstIfNone) {
        Policies policies = policies(firstIfNone);
        String month = String.valueOf(policies.firstMonth());
        if (!reference.setting(FIRST_MONTH).orElse("").equals(month)) {
            reference.choose(FIRST_MONTH, month, run);
            progress.note("billing begins with " + month + "; terms before it were billed elsewhere");
        }
        return policies;
    }

    /** A policy that a closed month rests on cannot change any more. */
    public static final class ClosedPolicyException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ClosedPolicyException(String chosen, String configured) {
            super("policy " + FIRST_MONTH + " is " + chosen + " since the first month was closed and cannot become "
                    + configured);
        }
    }

    /** Checks the caller's policies before anything is opened. */
    public static void validate(Setting setting) throws PolicyException {
        PolicyCatalogue.policies(setting.policies());
    }
}
