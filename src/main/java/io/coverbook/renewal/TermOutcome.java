package io.coverbook.renewal;

import io.coverbook.calendar.Term;
import io.coverbook.plan.AccountStatus;

/** Says how a term that exists began (B14). The first of a later coverage period is a renewal (B9). */
public final class TermOutcome {

    private TermOutcome() {}

    public static Outcome decide(ScopeFacts scope, PlanLife life, Term term) {
        if (term.number() == 0) {
            return Outcome.FIRST;
        }
        if (life.hold() != null || scope.account().status().on(term.from()) == AccountStatus.DISABLED) {
            return Outcome.HELD;
        }
        if (life.pastDue().stream().anyMatch(unpaid -> unpaid.term().from().equals(term.from()))) {
            return Outcome.RENEWED_PAST_DUE;
        }
        boolean renewed =
                life.renewal().on(term.from()) || term.from().equals(life.plan().start());
        return renewed ? Outcome.RENEWED : Outcome.CONTINUES;
    }
}
