package io.coverbook.reconcile;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.calendar.Timeline;
import io.coverbook.plan.Account;
import io.coverbook.plan.Account.Benefit;
import io.coverbook.plan.Policies;
import io.coverbook.reconcile.Flag.ObjectType;
import io.coverbook.reconcile.Flag.Severity;
import io.coverbook.reconcile.Flag.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Decides what is to be known about an account as exports tell it, from the day they first do (R1, R15; G4). */
final class AccountFlags {

    private static final List<Severity> INFO = List.of(Severity.INFO, Severity.INFO);

    private AccountFlags() {}

    static List<Flag> decide(Account account, Set<String> notOffered, Policies policies, LocalDate asOf) {
        if (account.firstSeenAt() == null) {
            return List.of();
        }
        LocalDate seen = policies.dayOf(account.firstSeenAt());
        DaySet told = DaySet.of(List.of(new Span(seen, Span.NEVER)));
        DaySet market = days(account.country(), country -> country.isEmpty() || notOffered.contains(country));
        DaySet program = days(account.benefit(), Benefit::termsUnknown);
        return Stream.of(
                        flag(FlagCode.MARKET_NOT_OFFERED, account, market.and(told), asOf),
                        flag(FlagCode.PROGRAM_BENEFIT_UNVERIFIED, account, program.and(told), asOf))
                .flatMap(List::stream)
                .toList();
    }

    private static <V> DaySet days(Timeline<V> line, Predicate<V> wanted) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < line.steps().size(); i++) {
            if (wanted.test(line.steps().get(i).value())) {
                spans.add(line.during(i));
            }
        }
        return DaySet.of(spans);
    }

    private static List<Flag> flag(FlagCode code, Account account, DaySet days, LocalDate asOf) {
        Subject about = new Subject(code, ObjectType.ACCOUNT, account.id());
        Flag flag = Flag.ofState(about, days, DaySet.NONE, INFO, asOf);
        return flag == null ? List.of() : List.of(flag);
    }
}
