package io.coverbook.answer;

import io.coverbook.billing.ChargeHold;
import io.coverbook.billing.HoldRuling;
import io.coverbook.money.Money;
import io.coverbook.plan.Ruling;
import io.coverbook.reconcile.FlagCode;
import io.coverbook.store.Database;
import io.coverbook.store.PeopleStore;
import io.coverbook.store.PeopleStore.Decided;
import io.coverbook.store.PeopleStore.Line;
import io.coverbook.store.PeopleStore.OpenFlag;
import io.coverbook.store.PeopleStore.Voice;
import io.coverbook.store.PeopleStore.Waiting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes what people decide: checks that it can be decided so, and writes it down (L19, P50, P53). */
public final class PeopleDesk {

    private static final String LATER = " It takes effect with the next reconcile or month-end.";
    private static final String REVIEW = FlagCode.BACKDATED_CANCEL_REVIEW.name();

    private final PeopleStore store;
    private final Voice voice;

    /**
     * What became of it.
     *
     * @param changed whether something was written down; not when it was decided so before
     */
    public record Outcome(boolean changed, String sentence) {}

    /** It cannot be decided so; the message says why and what can be done. */
    public static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    /** Somebody else has to agree. */
    public static final class SamePersonException extends RuntimeException {

        private static final long serialVersionUID = 1;

        SamePersonException(String message) {
            super(message);
        }
    }

    public PeopleDesk(Database database, Voice voice) {
        this.store = new PeopleStore(database);
        this.voice = voice;
    }

    /** Releases or dismisses a hold of a plan; the one there is if none is named (X11). */
    public Outcome rule(Ruling.Kind kind, String planId, @Nullable String flag) {
        if (!store.isPlan(planId)) {
            throw new RefusedException("no plan " + planId + " is recorded; see coverbook plans --held");
        }
        String verb = kind.name().toLowerCase(Locale.ROOT);
        List<String> open = store.openFlags(planId, "PLAN").stream()
                .map(OpenFlag::code)
                .filter(code -> allowed(kind, code))
                .toList();
        String code = flag == null ? theOne(verb, planId, open) : named(kind, verb, flag);
        Decided last = store.decided(planId, code).stream().findFirst().orElse(null);
        if (last != null && last.kind() == kind) {
            return new Outcome(
                    false,
                    code + " of plan " + planId + " was decided so before, by " + last.actor() + " at " + last.at()
                            + " (" + last.reason() + "); nothing changed.");
        }
        if (last == null && !open.contains(code)) {
            throw new RefusedException(
                    "plan " + planId + " is not held by " + code + " now; see coverbook flags --object " + planId);
        }
        store.rule(planId, kind, code, voice);
        String done = kind == Ruling.Kind.RELEASE ? "Released: " : "Dismissed: ";
        return new Outcome(true, done + code + " of plan " + planId + ", by " + voice.actor() + "." + LATER);
    }

    private String theOne(String verb, String planId, List<String> open) {
        if (open.size() == 1) {
            return open.get(0);
        }
        if (open.size() > 1) {
            throw new RefusedException(
                    "plan " + planId + " has several holds; say which with --flag: " + String.join(", ", open));
        }
        List<Decided> before = store.decided(planId, null);
        if (!before.isEmpty()) {
            return before.get(0).code();
        }
        throw new RefusedException(
                "plan " + planId + " has no hold to " + verb + "; see coverbook flags --object " + planId);
    }

    private static String named(Ruling.Kind kind, String verb, String flag) {
        FlagMeaning meaning = FlagMeaning.of(flag)
                .orElseThrow(() -> new RefusedException("'" + flag + "' is no flag; holds to " + verb + " are "
                        + Arrays.stream(ChargeHold.values())
                                .filter(hold -> HoldRuling.allowed(kind, hold))
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))));
        if (!allowed(kind, meaning.code())) {
            throw new RefusedException(
                    "nobody can " + verb + " " + meaning.code() + "; it goes when " + meaning.ends());
        }
        return meaning.code();
    }

    private static boolean allowed(Ruling.Kind kind, String code) {
        return Arrays.stream(ChargeHold.values())
                .anyMatch(hold -> hold.name().equals(code) && HoldRuling.allowed(kind, hold));
    }

    /** Lets a cancellation that came too late count at its own instant, with credits for what follows (X15). */
    public Outcome approveCredit(String planId) {
        Decided last = store.decided(planId, REVIEW).stream().findFirst().orElse(null);
        if (last != null) {
            return new Outcome(
                    false,
                    "The credit for plan " + planId + " was approved before, by " + last.actor() + " at " + last.at()
                            + "; nothing changed.");
        }
        if (store.openFlags(planId, "PLAN").stream()
                .noneMatch(open -> open.code().equals(REVIEW))) {
            throw new RefusedException(
                    "plan " + planId + " has no cancellation to review; see coverbook flags --code " + REVIEW);
        }
        store.rule(planId, Ruling.Kind.APPROVE_CREDIT, REVIEW, voice);
        return new Outcome(
                true,
                "Approved: the cancellation of plan " + planId + " counts from its own day, by " + voice.actor() + "."
                        + LATER);
    }

    /** Leaves a flag alone until a day: it is off the worklists, and what it holds stays held (P53). */
    public Outcome waive(String word, String objectId, LocalDate until, LocalDate today) {
        String code = FlagMeaning.of(word)
                .map(FlagMeaning::code)
                .orElseThrow(() -> new RefusedException("'" + word + "' is no flag; see coverbook flags --open"));
        if (until.isBefore(today)) {
            throw new RefusedException(until + " has passed; give a day from " + today + " on");
        }
        OpenFlag flag = store.openFlags(objectId, null).stream()
                .filter(open -> open.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        code + " is not open for " + objectId + "; see coverbook flags --open --object " + objectId));
        store.waive(flag, until, voice);
        String held = flag.severity().equals("BLOCKER") ? " What it holds stays held." : "";
        return new Outcome(
                true,
                "Waived until " + until + ": " + code + " of " + flag.objectType() + " " + objectId + ", by "
                        + voice.actor() + "." + held);
    }

    /** Gives back a part of an invoiced line (P50); the next close issues the credit note. */
    public Outcome credit(String invoice, int number, BigDecimal amount, boolean secondPerson) {
        Line line = line(invoice, number);
        Money wanted = exact(line, amount);
        if (!line.invoiced()) {
            throw new RefusedException(invoice + " line " + number + " is credited as a whole already");
        }
        if (wanted.amount().compareTo(line.remaining().amount()) > 0) {
            throw new RefusedException("of " + invoice + " line " + number + ", " + line.amount() + ", "
                    + line.remaining() + " can still be credited");
        }
        store.credit(invoice, number, wanted, secondPerson, voice);
        String next = secondPerson
                ? " It needs the approval of somebody else: coverbook credit " + invoice + " " + number
                        + " --approve --as NAME --reason TEXT."
                : " The credit note is issued with the next close.";
        return new Outcome(
                true,
                "Credit of " + wanted + " on " + invoice + " line " + number + " (plan " + line.planId() + " term "
                        + line.term() + "), by " + voice.actor() + "." + next);
    }

    private static Money exact(Line line, BigDecimal amount) {
        Money wanted = Money.rounded(line.amount().currency(), amount);
        if (amount.signum() <= 0 || wanted.amount().compareTo(amount) != 0) {
            throw new RefusedException("'" + amount.toPlainString() + "' is no amount of " + wanted.currency()
                    + " that can be credited; write it such as " + line.amount().amount());
        }
        return wanted;
    }

    private Line line(String invoice, int number) {
        return store.line(invoice, number)
                .orElseThrow(() -> new RefusedException("no line " + number + " on an invoice " + invoice
                        + "; see coverbook explain invoice " + invoice));
    }

    /** Agrees to the credits of a line that somebody else asked for. */
    public Outcome approve(String invoice, int number) {
        Line line = line(invoice, number);
        List<Waiting> waiting = store.waiting(invoice, number);
        if (waiting.isEmpty()) {
            return new Outcome(false, "No credit on " + invoice + " line " + number + " waits for approval.");
        }
        List<Waiting> others = waiting.stream()
                .filter(credit -> !credit.requestedBy().equals(voice.actor()))
                .toList();
        if (others.isEmpty()) {
            throw new SamePersonException("the credit on " + invoice + " line " + number + " was asked for by "
                    + voice.actor() + "; somebody else has to approve it (--as NAME)");
        }
        others.forEach(credit -> store.agree(credit, voice));
        String sum = others.stream()
                .map(credit ->
                        Money.rounded(line.amount().currency(), credit.amount()).toString())
                .collect(Collectors.joining(", "));
        return new Outcome(
                true,
                "Approved: credit of " + sum + " on " + invoice + " line " + number + ", by " + voice.actor()
                        + ". The credit note is issued with the next close.");
    }
}
