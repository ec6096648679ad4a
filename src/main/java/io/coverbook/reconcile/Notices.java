package io.coverbook.reconcile;

import io.coverbook.plan.Agreement;
import io.coverbook.plan.Relationship;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.PlanStatus;
import io.coverbook.renewal.ScopeFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which notices are due by the day of the run (X20, G7 to G12). So far: PLAN_ENDED. */
final class Notices {

    private Notices() {}

    static List<Notice> decide(ScopeFacts scope, List<PlanLife> lives, LocalDate asOf) {
        List<Notice> due = new ArrayList<>();
        for (PlanLife life : lives) {
            LocalDate day = firstUncovered(life);
            if (day != null && !day.isAfter(asOf) && lives.stream().noneMatch(other -> other.covers(day))) {
                due.add(new Notice(Notice.Kind.PLAN_ENDED, life.plan().id().value(), day, recipient(scope)));
            }
        }
        return due;
    }

    /** The day after the last covered day of a plan that ends and did cover (G11). */
    private static @Nullable LocalDate firstUncovered(PlanLife life) {
        PlanLife.Ending ending = life.ending();
        if (ending == null || !life.inForce()) {
            return null;
        }
        LocalDate last = PlanStatus.coveredThrough(life, ending.on());
        return last == null ? null : last.plusDays(1);
    }

    /** Whoever answers for the scope (G12). */
    static String recipient(ScopeFacts scope) {
        String account = scope.account().eMail() == null
                ? scope.account().id()
                : scope.account().eMail();
        Agreement ea = scope.agreement();
        if (ea == null) {
            return account;
        }
        String own = ea.notificationContacts() == null ? account : ea.notificationContacts();
        return ea.relationship() == Relationship.INDIRECT && ea.partnerAccountId() != null
                ? own + ";" + ea.partnerAccountId()
                : own;
    }
}
