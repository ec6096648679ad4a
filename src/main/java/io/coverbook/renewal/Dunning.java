package io.coverbook.renewal;

import io.coverbook.calendar.Term;
import io.coverbook.plan.Account;
import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.PaymentEvent;
import io.coverbook.plan.PaymentMethod;
import io.coverbook.plan.PaymentResult;
import io.coverbook.plan.Policies;
import io.coverbook.plan.SupportPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which renewals could not be paid at once, and what came of it (X19; DECISIONS D1 to D3).
 *
 * <p>The FAQ: a plan bought in the portal or with a customer agreement renews automatically with the registered payment
 * method (R70). Where that method fails, the term has begun all the same: it is charged, covers for some days of grace,
 * and is the last when nobody pays it before the next one would begin.
 */
final class Dunning {

    private final SupportPlan plan;
    private final Account account;
    private final Policies policies;
    private final LocalDate asOf;

    Dunning(SupportPlan plan, Account account, Policies policies, LocalDate asOf) {
        this.plan = plan;
        this.account = account;
        this.policies = policies;
        this.asOf = asOf;
    }

    /**
     * The past due terms begun by the day of the run, in order; after one that nobody paid in its time there is no more.
     *
     * @param terms how many terms the plan has for every other reason
     */
    List<PastDue> decide(SelfRenewal renewal, int terms) {
        if (!plan.tier().billedHere() || neverFails()) {
            return List.of();
        }
        List<PastDue> all = new ArrayList<>();
        int begun = Math.min(terms, plan.terms().containing(asOf) + 1);
        for (int k = 1; k < begun; k++) {
            Term term = plan.terms().number(k);
            if (renewal.on(term.from()) && failsOn(term.from())) {
                PastDue unpaid = decide(term);
                all.add(unpaid);
                if (unpaid.expiredOn() != null) {
                    break;
                }
            }
        }
        return List.copyOf(all);
    }

    /** The ordinary account: one method that has been valid all along, and no attempt told (shortcut, decides nothing). */
    private boolean neverFails() {
        return plan.payments().isEmpty()
                && account.payment().steps().size() == 1
                && account.payment().last().value().validOn(asOf);
    }

    /** A renewal of a disabled account is held instead (D1). */
    private boolean failsOn(LocalDate day) {
        Account.Payment method = account.payment().on(day);
        boolean declined =
                plan.payments().stream().anyMatch(e -> e.result() == PaymentResult.DECLINED && on(e).equals(day));
        return account.status().on(day) != AccountStatus.DISABLED
                && method.method() != PaymentMethod.WIRE
                && (declined || !method.validOn(day));
    }

    private PastDue decide(Term term) {
        Optional<LocalDate> paid = plan.payments().stream()
                .filter(e -> e.result() == PaymentResult.SUCCESS)
                .map(this::on)
                .filter(day -> term.contains(day) && !day.isAfter(asOf))
                .findFirst();
        List<LocalDate> failed = new ArrayList<>();
        for (int after : policies.dunningAttemptDays()) {
            LocalDate attempt = term.from().plusDays(after);
            boolean tried = term.contains(attempt) && !attempt.isAfter(asOf);
            boolean first = attempt.equals(term.from());
            if (tried && (first || paid.isEmpty() || paid.get().isAfter(attempt))) {
                failed.add(attempt);
            }
        }
        LocalDate graceOver = term.from().plusDays(policies.dunningGraceDays());
        boolean suspended = term.contains(graceOver)
                && !graceOver.isAfter(asOf)
                && (paid.isEmpty() || paid.get().isAfter(graceOver));
        boolean expired = paid.isEmpty() && !term.until().isAfter(asOf);
        return new PastDue(
                term,
                List.copyOf(failed),
                paid.orElse(null),
                suspended ? graceOver : null,
                expired ? term.until() : null);
    }

    private LocalDate on(PaymentEvent event) {
        return policies.dayOf(event.at());
    }
}
