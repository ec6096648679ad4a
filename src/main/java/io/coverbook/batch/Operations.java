package io.coverbook.batch;

import io.coverbook.batch.Results.ApprovalException;
import io.coverbook.batch.Results.BeforeFirstCloseException;
import io.coverbook.batch.Results.Ending;
import io.coverbook.batch.Results.Freshness;
import io.coverbook.batch.Results.Imported;
import io.coverbook.batch.Results.MonthEnd;
import io.coverbook.batch.Results.Reconciled;
import io.coverbook.plan.Policies;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.store.Control;
import io.coverbook.store.DecisionStore;
import io.coverbook.store.DocumentStore;
import io.coverbook.store.DocumentStore.Closing;
import io.coverbook.store.RunMark;
import io.coverbook.store.RunStore;
import io.coverbook.store.RunStore.Proposal;
import io.coverbook.store.RunStore.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** The three jobs as a person calls them. Each may be repeated at any time: it then finds its work done. */
public final class Operations {

    private final Workshop shop;
    private final ImportJob imports;

    public Operations(Workshop shop) {
        this.shop = shop;
        this.imports = new ImportJob(shop, this::basis);
    }

    /** Reads files in order of export. With {@code check} nothing is changed. */
    public Imported importFiles(ImportOrder order) {
        return alone(() -> imports.run(order));
    }

    /**
     * Brings everything recorded to what the facts ask for on the day.
     *
     * @param whole whether every scope is decided again, also those of which nothing else can be decided than before
     */
    public Reconciled reconcile(LocalDate day, boolean whole) {
        return alone(() -> reconcileLocked(day, YearMonth.from(day), whole));
    }

    private Reconciled reconcileLocked(LocalDate day, YearMonth firstIfNone, boolean whole) {
        LocalDate asOf = notBefore(day);
        shop.progress().run("reconcile " + asOf);
        RunMark run = shop.begin(Purpose.RECONCILE, asOf, null);
        Policies policies = shop.firstMonth(run, firstIfNone);
        shop.jobs().run("reconcile", run, reconcileSteps(new JobRunner.Steps(), basis(policies, asOf, run, whole)));
        shop.runs().finish(run, RunStore.Ending.DONE, shop.setting().actor(), "reconciled on " + asOf);
        return new Reconciled(asOf, run);
    }

    /** A day already reconciled is never gone back behind (A10). */
    private LocalDate notBefore(LocalDate day) {
        Optional<LocalDate> latest = shop.runs().reconciledOn();
        return latest.isPresent() && latest.get().isAfter(day) ? latest.get() : day;
    }

    private DecisionStore.Basis basis(Policies policies, LocalDate asOf, RunMark run) {
        return basis(policies, asOf, run, false);
    }

    private DecisionStore.Basis basis(Policies policies, LocalDate asOf, RunMark run, boolean whole) {
        YearMonth last = shop.documents().closed().last();
        YearMonth earliestOpen = last == null ? YearMonth.of(1900, 1) : last.plusMonths(1);
        return new DecisionStore.Basis(
                shop.setting().reference().prices(), policies, denied(policies), asOf, earliestOpen, whole, run);
    }

    /** The countries of the reference data, and those of the policies beside them (P1, P32). */
    private Policies.Denied denied(Policies policies) {
        Set<String> markets = new HashSet<>(shop.setting().reference().notOffered());
        markets.addAll(policies.denied().markets());
        Set<String> upgrades = new HashSet<>(shop.setting().reference().upgradeDenied());
        upgrades.addAll(policies.denied().upgrades());
        return new Policies.Denied(markets, upgrades);
    }

    private JobRunner.Steps reconcileSteps(JobRunner.Steps steps, DecisionStore.Basis basis) {
        Covering covering = new Covering(shop, basis.run());
        return steps.inParts("decide", () -> decided(basis))
                .inParts("charge", () -> shop.sideBySide(() -> shop.decisions().record(basis), covering::scopes))
                .then("cover", covering::subscriptions)
                .then("settle", () -> shop.documents().settle(basis.asOf(), basis.policies(), basis.run()))
                .then("flag", () -> shop.decisions().flag(basis));
    }

    private JobRunner.Cut decided(DecisionStore.Basis basis) {
        return new JobRunner.Cut(
                0,
                shop.decisions().cut(basis, shop.parts()).stream()
                        .<LongSupplier>map(slice -> () -> shop.decisions().decide(basis, slice))
                        .toList(),
                () -> 0);
    }

    /**
     * What a month-end is asked for.
     *
     * @param fresh whether to stop when the facts do not reach the end of the month (L21)
     * @param covered what to begin with when the entitlements of a run stand, before its documents are made
     */
    public record MonthEndOrder(
            YearMonth month, @Nullable ImportOrder exports, boolean preview, boolean fresh, Covered covered) {}

    /** What may be done beside the second half of a month-end: its entitlements stand until it has ended. */
    public interface Covered {
        void covered(RunMark run, YearMonth month, LocalDate asOf);
    }

    /** Whether the month is over and the exports reach its last day. */
    public Freshness freshness(YearMonth month) {
        Policies policies = PolicyCatalogue.policies(shop.setting().policies());
        LocalDate last = month.atEndOfMonth();
        Map<String, LocalDate> older = new LinkedHashMap<>();
        Map<String, Instant> newest = shop.months().newestExports();
        newest.forEach((kind, at) -> {
            LocalDate day = policies.dayOf(at);
            if (day.isBefore(last)) {
                older.put(kind, day);
            }
        });
        boolean over = policies.dayOf(shop.clock().instant()).isAfter(last);
        return new Freshness(over, older, !newest.isEmpty());
    }

    /** Closes the month, and every open month before it first (P48). */
    public MonthEnd monthEnd(MonthEndOrder order) {
        return alone(() -> {
            DocumentStore.Closed closed = shop.documents().closed();
            YearMonth month = order.month();
            if (closed.first() != null && month.isBefore(closed.first())) {
                throw new BeforeFirstCloseException(month, closed.first());
            }
            Imported imported = order.exports() == null ? Imported.NOTHING : imports.run(order.exports());
            if (imported.anyRefused()) {
                return new MonthEnd(month, Ending.CONTROLS_FAILED, imported, List.of(), List.of(), null, null);
            }
            if (closed.last() != null && !month.isAfter(closed.last())) {
                return new MonthEnd(month, Ending.CLOSED_BEFORE, imported, List.of(), List.of(), null, null);
            }
            if (order.fresh() && !freshness(month).good()) {
                return new MonthEnd(month, Ending.NOT_FRESH, imported, List.of(), List.of(), null, null);
            }
            return closeUpTo(order, imported);
        });
    }

    private MonthEnd closeUpTo(MonthEndOrder order, Imported imported) {
        List<YearMonth> closedOnTheWay = new ArrayList<>();
        YearMonth month = firstOpen(order.month());
        while (month.isBefore(order.month())) {
            if (nothingToClose(month, order.month())) {
                month = month.plusMonths(1);
                continue;
            }
            MonthEnd earlier = closeOne(month, order, imported, closedOnTheWay);
            if (earlier.ending() != Ending.CLOSED) {
                return earlier;
            }
            closedOnTheWay.add(month);
            month = month.plusMonths(1);
        }
        return closeOne(month, order, imported, closedOnTheWay);
    }

    /** The month after the last closed one, else the first in which anything can have been charged (C15). */
    private YearMonth firstOpen(YearMonth asked) {
        YearMonth last = shop.documents().closed().last();
        if (last != null) {
            return last.plusMonths(1);
        }
        Policies policies = shop.policies(asked);
        YearMonth earliest =
                shop.documents().earliestStart(policies).map(YearMonth::from).orElse(asked);
        YearMonth first = policies.firstMonth();
        YearMonth from = first != null && first.isAfter(earliest) ? first : earliest;
        return from.isBefore(asked) ? from : asked;
    }

    /** Before the first close, months without any charge are only reconciled, so that the register begins with one. */
    private boolean nothingToClose(YearMonth month, YearMonth asked) {
        if (shop.documents().closed().last() != null || chargedBy(month)) {
            return false;
        }
        reconcileLocked(month.atEndOfMonth(), asked, false);
        return !chargedBy(month);
    }

    private boolean chargedBy(YearMonth month) {
        return shop.documents()
                .earliestCharge()
                .filter(first -> !first.isAfter(month))
                .isPresent();
    }

    private MonthEnd closeOne(YearMonth month, MonthEndOrder order, Imported imported, List<YearMonth> closedBefore) {
        LocalDate asOf = notBefore(month.atEndOfMonth());
        shop.progress().run("month-end " + month);
        shop.runs().discardProposals();
        RunMark run = shop.begin(Purpose.MONTH_END, asOf, month);
        Policies policies = shop.firstMonth(run, month);
        Closing closing =
                new Closing(month, asOf, policies, shop.setting().reference().taxes(), run);
        List<Control> controls = new ArrayList<>();
        boolean issue = !order.preview() && !policies.secondPerson();
        JobRunner.Steps steps = reconcileSteps(new JobRunner.Steps(), basis(policies, asOf, run));
        steps.then("propose", () -> {
            order.covered().covered(run, month, asOf);
            return shop.documents().propose(closing);
        });
        steps.then("control", () -> {
            controls.addAll(shop.documents().controls(closing));
            return controls.size();
        });
        shop.jobs().run("month-end", run, steps);
        if (controls.stream().anyMatch(control -> !control.holds())) {
            shop.runs().finish(run, RunStore.Ending.FAILED, shop.setting().actor(), "controls failed for " + month);
            return new MonthEnd(month, Ending.CONTROLS_FAILED, imported, closedBefore, controls, run, asOf);
        }
        if (!issue) {
            shop.runs().finish(run, RunStore.Ending.PROPOSED, shop.setting().actor(), "proposed " + month);
            Ending ending = order.preview() ? Ending.PROPOSED : Ending.AWAITS_APPROVAL;
            return new MonthEnd(month, ending, imported, closedBefore, controls, run, asOf);
        }
        issue(closing);
        return new MonthEnd(month, Ending.CLOSED, imported, closedBefore, controls, run, asOf);
    }

    private void issue(Closing closing) {
        shop.jobs().run("issue", closing.run(), new JobRunner.Steps().then("issue", () -> shop.documents()
                .issue(closing)));
        shop.runs().finish(closing.run(), RunStore.Ending.DONE, shop.setting().actor(), "closed " + closing.month());
    }

    /** Issues exactly the proposal that stands for the month, if nothing has overtaken it. */
    public MonthEnd approve(YearMonth month) {
        return alone(() -> {
            Proposal proposal = shop.runs()
                    .proposal()
                    .filter(open -> open.period().equals(month))
                    .orElseThrow(() -> new ApprovalException(
                            "there is no proposal for " + month + "; make one with month-end " + month + " --preview"));
            String now = shop.runs().factsVersion();
            if (!now.equals(proposal.facts())) {
                throw new ApprovalException("the proposal for " + month + " is overtaken: it rests on "
                        + proposal.facts() + ", now there are " + now + "; make it again with month-end " + month);
            }
            RunMark run = approved(proposal);
            Policies policies = shop.firstMonth(run, month);
            Closing closing = new Closing(
                    month, proposal.asOf(), policies, shop.setting().reference().taxes(), run);
            List<Control> controls = shop.documents().controls(closing);
            if (controls.stream().anyMatch(control -> !control.holds())) {
                shop.runs().finish(run, RunStore.Ending.FAILED, shop.setting().actor(), "controls failed for " + month);
                return new MonthEnd(
                        month, Ending.CONTROLS_FAILED, Imported.NOTHING, List.of(), controls, run, proposal.asOf());
            }
            issue(closing);
            return new MonthEnd(month, Ending.CLOSED, Imported.NOTHING, List.of(), controls, run, proposal.asOf());
        });
    }

    /** One at a time: whoever comes second is told so. */
    private <T> T alone(Supplier<T> work) {
        return shop.stop().during(() -> {
            RunStore.Lock lock = shop.runs().lock();
            try {
                lock.repaired().forEach(shop.progress()::note);
                return work.get();
            } finally {
                lock.close();
            }
        });
    }

    /**
     * How far the work has come that comes again and again.
     *
     * @param anything whether anything was ever imported
     * @param reconciledOn the latest day everything was brought to, empty before the first
     * @param firstOpen the earliest month that can be closed, empty before anything was imported and reconciled
     * @param proposed the month that a proposal stands for which nothing has overtaken
     */
    public record Standing(
            boolean anything,
            @Nullable LocalDate reconciledOn,
            @Nullable YearMonth firstOpen,
            @Nullable YearMonth proposed) {}

    /**
     * Only reads.
     *
     * @param asked the latest month that anybody could want to close
     */
    public Standing standing(YearMonth asked) {
        LocalDate day = shop.runs().reconciledOn().orElse(null);
        boolean anything = !shop.months().newestExports().isEmpty();
        boolean known = shop.firstMonthKnown() || shop.documents().closed().last() != null;
        YearMonth proposed = shop.runs()
                .proposal()
                .filter(open -> open.facts().equals(shop.runs().factsVersion()))
                .map(Proposal::period)
                .orElse(null);
        YearMonth first = shop.policies(asked).firstMonth();
        YearMonth latest = first != null && first.isAfter(asked) ? first : asked;
        return new Standing(anything, day, anything && known ? firstOpen(latest) : null, proposed);
    }

    /** Forgets what the job repository, the schedule and the outbox kept of work that ended before the instant. */
    public long purge(Instant before) {
        return alone(() -> {
            shop.progress().run("purge before " + before);
            long forgotten = shop.schedule().forget(before) + shop.outbox().forget(before);
            shop.runs().audit(shop.setting().actor(), "purge", forgotten + " technical entries from before " + before);
            return forgotten;
        });
    }

    /** Mends what a killed program left behind, if there is anything; busy if another one works. */
    public void repair() {
        alone(() -> true);
    }

    private RunMark approved(Proposal proposal) {
        try {
            return shop.runs().approve(proposal, shop.setting().actor());
        } catch (DataIntegrityViolationException e) {
            throw new ApprovalException("the proposal for " + proposal.period() + " is by " + proposal.actor()
                    + "; policy close.approval=SECOND_PERSON asks for somebody else (--as NAME)");
        }
    }
}
