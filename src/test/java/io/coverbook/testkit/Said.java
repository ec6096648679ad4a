package io.coverbook.testkit;

import io.coverbook.billing.DesiredCharge;
import io.coverbook.calendar.Span;
import io.coverbook.entitlement.Cover;
import io.coverbook.entitlement.CoverSpan;
import io.coverbook.reconcile.Flag;
import io.coverbook.reconcile.Notice;
import io.coverbook.reconcile.VerdictSpan;
import io.coverbook.renewal.PlanLife;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the rules answered, as short as a cell of a test table. */
public final class Said {

    private Said() {}

    /** {@code PL-1 goes on; PL-2 HELD DUPLICATE_PLAN_ON_ACCOUNT}, in order of id. */
    public static String lives(List<PlanLife> lives) {
        return joined(lives, Said::life);
    }

    private static String life(PlanLife life) {
        String id = life.plan().id().value() + " ";
        if (life.mergedInto() != null) {
            return id + "MERGED into " + life.mergedInto();
        }
        String held = life.hold() == null ? "" : "HELD " + life.hold() + " ";
        PlanLife.Ending ending = life.ending();
        return id + held + (ending == null ? "goes on" : ending.outcome() + " " + ending.on());
    }

    /** {@code PL-1 IMPLICIT_UPGRADE 2026-02-20}, in order of id. */
    public static String events(List<PlanLife> lives) {
        return lives.stream()
                .flatMap(life -> life.events().stream().map(e -> life.plan().id() + " " + e.kind() + " " + e.on()))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /** {@code 03-28 100.00; 04-28 100.00 HELD NO_PRICE}, in order of date. */
    public static String charges(List<DesiredCharge> charges) {
        return charges.stream()
                .sorted(java.util.Comparator.comparing(
                                (DesiredCharge c) -> c.term().from())
                        .thenComparing(DesiredCharge::planId))
                .map(c -> c.term().from() + " "
                        + (c.amount() == null ? "?" : c.amount().amount().toPlainString())
                        + (c.hold() == null ? "" : " HELD " + c.hold()))
                .collect(Collectors.joining("; "));
    }

    /** {@code BASIC ACCOUNT_NO_PLAN; 2026-03-28 STANDARD ACCOUNT_PLAN}, each from its day until the next. */
    public static String cover(List<CoverSpan> spans) {
        return spans.stream().map(s -> since(s.days()) + what(s.cover())).collect(Collectors.joining("; "));
    }

    private static String what(Cover cover) {
        return cover.tier() + " " + cover.reason() + (cover.plan() == null ? "" : " " + cover.plan());
    }

    /** {@code NOT_APPLICABLE EA_NOT_STARTED; 2025-07-01 MISSING EA_NO_PLAN due 2025-08-31}. */
    public static String verdicts(List<VerdictSpan> spans) {
        return spans.stream()
                .map(s -> since(s.days()) + s.verdict() + " " + s.reason() + (s.due() == null ? "" : " due " + s.due()))
                .collect(Collectors.joining("; "));
    }

    /** {@code EA_MISSING_PLAN EA-1 ACTION 2026-04-01..}, the end being the day it was resolved. */
    public static String flags(List<Flag> flags) {
        return flags.stream()
                .map(f -> f.code() + " " + f.objectId() + " " + f.severity() + " " + f.firstSeen()
                        + (f.resolvedOn() == null ? "" : ".." + f.resolvedOn()))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    public static String notices(List<Notice> notices) {
        return notices.stream()
                .map(n -> n.kind() + " " + n.objectId() + " " + n.due() + " " + n.recipient())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String since(Span days) {
        LocalDate from = days.from();
        return from.equals(Span.EVER) ? "" : from + " ";
    }

    private static String joined(List<PlanLife> lives, Function<PlanLife, String> as) {
        return lives.stream().map(as).sorted().collect(Collectors.joining("; "));
    }
}
