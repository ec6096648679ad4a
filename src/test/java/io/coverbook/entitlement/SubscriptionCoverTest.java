package io.coverbook.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.calendar.Span;
import io.coverbook.calendar.Timeline;
import io.coverbook.entitlement.SubscriptionDays.Home;
import io.coverbook.entitlement.SubscriptionDays.Part;
import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.PlanId;
import io.coverbook.plan.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a subscription has of the cover of its scope (X16.7, E1). Days are those of 2026; the plan covers account A from
 * 01-10 to 03-01 and ends then, account B has none.
 */
class SubscriptionCoverTest {

    private static final Cover PLAN = Cover.ofPlan(Tier.STANDARD, new PlanId("P"), false);

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            A 01-01 * GOOD                         | ACTIVE           | 01-01 BASIC no ACCOUNT_NO_PLAN, 01-10 STANDARD ACCOUNT_PLAN, 03-01 BASIC no PLAN_ENDED | the cover of the account, day by day
            A 02-01 02-10 GOOD                     | ACTIVE           | 02-01 STANDARD ACCOUNT_PLAN until 02-10 | X16.1: no row before it is created, none after it is deleted
            A 01-20 * SUBSCRIPTION_INACTIVE        | ACTIVE           | 01-20 STANDARD no SUBSCRIPTION_NOT_ACTIVE, 03-01 BASIC no SUBSCRIPTION_NOT_ACTIVE | E1: tier and plan as found, not to be used
            B 01-20 * SUBSCRIPTION_INACTIVE        | ACTIVE           | 01-20 BASIC no SUBSCRIPTION_NOT_ACTIVE | one run, whatever the reason would be
            A 01-20 * GOOD                         | DISABLED 02-01   | 01-20 STANDARD ACCOUNT_PLAN, 02-01 STANDARD no ACCOUNT_NOT_ACTIVE, 03-01 BASIC no ACCOUNT_NOT_ACTIVE | P36: a disabled account keeps its plan
            A 01-20 * SUBSCRIPTION_INACTIVE        | DISABLED 02-01   | 01-20 STANDARD no SUBSCRIPTION_NOT_ACTIVE, 02-01 STANDARD no ACCOUNT_NOT_ACTIVE, 03-01 BASIC no ACCOUNT_NOT_ACTIVE | X25: the account comes first
            A 01-20 * GOOD                         | CLOSED 02-01     | 01-20 STANDARD ACCOUNT_PLAN, 02-01 BASIC no ACCOUNT_NOT_ACTIVE | E1: a closed account has no plan any more
            A 01-20 02-05 GOOD; B 02-05 * GOOD     | ACTIVE           | 01-20 STANDARD ACCOUNT_PLAN, 02-05 BASIC no ACCOUNT_NO_PLAN | P37: from the day of the move that of the target
            B 01-01 01-05 GOOD; B 01-05 * GOOD     | ACTIVE           | 01-01 BASIC no ACCOUNT_NO_PLAN | equal neighbours are one row
            B 01-01 01-05 GOOD; B 01-07 * GOOD     | ACTIVE           | 01-01 BASIC no ACCOUNT_NO_PLAN until 01-05, 01-07 BASIC no ACCOUNT_NO_PLAN | not across days on which it does not exist
            """)
    void a_subscription_has_the_cover_of_its_home(String parts, String account, String rows, String why) {
        List<Part> days = Arrays.stream(parts.split("; "))
                .map(SubscriptionCoverTest::part)
                .toList();
        List<Entitlement> decided = SubscriptionCover.decide(days, homes(account));
        List<String> said = new ArrayList<>();
        for (int i = 0; i < decided.size(); i++) {
            Entitlement row = decided.get(i);
            LocalDate next = i + 1 < decided.size() ? decided.get(i + 1).days().from() : Span.NEVER;
            said.add(row.days().from().toString().substring(5) + " " + row.tier() + (row.technical() ? " " : " no ")
                    + row.reason()
                    + (row.days().until().equals(next)
                            ? ""
                            : " until " + row.days().until().toString().substring(5)));
        }
        assertEquals(rows, String.join(", ", said), why);
    }

    private static Part part(String text) {
        String[] w = text.strip().split(" ");
        return new Part(new Span(day(w[1]), day(w[2])), new Home(w[0], null), Standing.valueOf(w[3]));
    }

    private static LocalDate day(String text) {
        return text.equals("*") ? Span.NEVER : LocalDate.parse("2026-" + text);
    }

    private static SubscriptionCover.Homes homes(String account) {
        String[] w = account.strip().split(" ");
        Timeline<AccountStatus> status = w.length == 1
                ? Timeline.always(AccountStatus.ACTIVE)
                : Timeline.always(AccountStatus.ACTIVE).with(day(w[1]), AccountStatus.valueOf(w[0]));
        return new SubscriptionCover.Homes() {
            @Override
            public List<CoverSpan> cover(Home home) {
                Cover none = Cover.basic(CoverReason.ACCOUNT_NO_PLAN);
                return home.accountId().equals("B")
                        ? List.of(new CoverSpan(new Span(Span.EVER, Span.NEVER), none))
                        : List.of(
                                new CoverSpan(new Span(Span.EVER, day("01-10")), none),
                                new CoverSpan(new Span(day("01-10"), day("03-01")), PLAN),
                                new CoverSpan(new Span(day("03-01"), Span.NEVER), Cover.basic(CoverReason.PLAN_ENDED)));
            }

            @Override
            public Timeline<AccountStatus> status(Home home) {
                return status;
            }
        };
    }
}
