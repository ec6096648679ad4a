package io.coverbook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan that an agreement's own row states, through several exports (B9, H2). */
class AgreementPlanTest {

    /**
     * {@code 2026-01-31 STANDARD 2025-07-01 2026-06-30 -}: the day of the export, the level, first and last day of
     * coverage, and when a cancellation was asked for. A plan is said by its first day, the number of its first term, its
     * contract end as told, and the cancellations that count.
     */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | plans | why
            2026-01-31 STANDARD 2025-07-01 2026-06-30 - | 2025-07-01 #0 2026-06-30 | E39
            2026-01-31 STANDARD - - - | 2025-01-01 #0 - | CONTRACT 2.3 the agreement's start
            2026-01-31 NONE - - - | | CONTRACT 2.3
            2026-01-31 OTHER - - - | | CONTRACT 2.3
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-07-03 STANDARD 2026-07-01 2027-06-30 - | 2025-07-01 #0 2026-06-30; 2026-07-01 #12 2027-06-30 | E36 B9
            2026-01-31 STANDARD 2025-07-01 - -; 2026-07-03 STANDARD 2026-07-01 - - | 2025-07-01 #0 2026-06-30; 2026-07-01 #12 - | B9 P25 twelve months
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-02-28 STANDARD 2025-08-01 2026-07-31 - | 2025-08-01 #0 2026-07-31 | B9 inside the contract: a correction
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-02-28 STANDARD 2026-06-30 2027-06-29 - | 2026-06-30 #0 2027-06-29 | B9 the last day is inside
            2025-07-31 STANDARD 2024-07-10 2025-07-20 -; 2025-08-31 STANDARD 2025-08-01 2026-07-31 -; 2026-08-31 STANDARD 2026-09-01 2027-08-31 - | 2024-07-10 #0 2025-07-20; 2025-08-01 #13 2026-07-31; 2026-09-01 #25 2027-08-31 | B9 numbers run on
            2025-07-31 STANDARD 2024-07-01 2025-06-30 -; 2025-08-31 STANDARD 2025-07-01 2026-06-30 -; 2025-09-30 STANDARD 2024-08-01 2025-07-31 - | 2024-08-01 #0 2025-07-31 | B9 back inside the first: what followed never did
            2026-01-31 STANDARD 2025-07-01 2026-06-30 2026-01-20 | 2025-07-01 #0 2026-06-30 cancel 2026-01-20 | R67
            2026-01-31 STANDARD 2025-07-01 2026-06-30 2026-01-20; 2026-02-28 STANDARD 2025-07-01 2026-06-30 2026-01-20 | 2025-07-01 #0 2026-06-30 cancel 2026-01-20 | B1 told again
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-02-28 NONE - - 2026-02-10 | 2025-07-01 #0 2026-06-30 cancel 2026-02-10 cancel 2026-02-28 | H2 B1 asked for before the level went back
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-02-28 NONE - - -; 2026-04-30 NONE - - 2026-02-10; 2026-05-31 NONE - - 2026-02-10 | 2025-07-01 #0 2026-06-30 cancel 2026-02-28 cancel 2026-02-10 | H2 B1 asked for before the level went back, and told after it
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-02-28 NONE - - -; 2026-03-31 NONE - - 2026-03-10 | 2025-07-01 #0 2026-06-30 cancel 2026-02-28 cancel 2026-03-10 behind 2026-02-28 | H2 the level had gone back before it was asked for
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-02-28 NONE - - -; 2026-03-31 NONE - - 2026-03-10; 2026-04-30 STANDARD 2025-07-01 2026-06-30 2026-03-10 | 2025-07-01 #0 2026-06-30 cancel 2026-02-28 until 2026-04-30 cancel 2026-03-10 | B1 the level is back and it is still asked for
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-02-28 NONE - - 2026-02-10; 2026-03-15 NONE - - 2026-02-10; 2026-03-31 STANDARD 2025-07-01 2026-06-30 2026-02-10 | 2025-07-01 #0 2026-06-30 cancel 2026-02-10 cancel 2026-02-28 until 2026-03-31 | B1 H2 the level is back, and what was asked before it went stands by itself
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-02-28 NONE - - -; 2026-03-31 NONE - - 2026-03-10; 2026-07-31 STANDARD 2026-07-01 2027-06-30 2026-03-10 | 2025-07-01 #0 2026-06-30 cancel 2026-02-28 cancel 2026-03-10 behind 2026-02-28; 2026-07-01 #12 2027-06-30 | B9 asked of the earlier period
            2026-01-31 STANDARD 2025-07-01 2026-06-30 2026-01-20; 2026-07-31 STANDARD 2026-07-01 2027-06-30 2026-01-20 | 2025-07-01 #0 2026-06-30 cancel 2026-01-20; 2026-07-01 #12 2027-06-30 | B9 asked of the earlier period
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-07-31 STANDARD 2026-07-01 2027-06-30 2026-07-20 | 2025-07-01 #0 2026-06-30; 2026-07-01 #12 2027-06-30 cancel 2026-07-20 | B9 asked of the new one
            2026-01-31 STANDARD 2025-07-01 2026-06-30 2026-01-20; 2026-02-28 STANDARD 2025-07-01 2026-06-30 - | 2025-07-01 #0 2026-06-30 cancel 2026-01-20 until 2026-02-28 | B1 withdrawn by the export without it
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-02-28 NONE - - -; 2026-03-31 NONE - - - | 2025-07-01 #0 2026-06-30 cancel 2026-02-28 | H2
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-02-28 NONE - - -; 2026-03-31 STANDARD 2025-07-01 2026-06-30 - | 2025-07-01 #0 2026-06-30 cancel 2026-02-28 until 2026-03-31 | H2 B1
            2026-01-31 STANDARD 2025-07-01 2026-06-30 -; 2026-02-28 NONE - - -; 2026-08-31 STANDARD 2026-08-01 - - | 2025-07-01 #0 2026-06-30 cancel 2026-02-28; 2026-08-01 #12 - | H2 B9 ordered again later
            """)
    void the_plan_of_an_agreement_row(String told, String plans, String why) {
        List<AgreementVersion> versions = new ArrayList<>();
        for (String version : told.split("; ")) {
            versions.add(version(version.split(" ")));
        }
        String said = AgreementPlan.of("EA-1", versions, Policies.DEFAULTS).stream()
                .map(plan -> plan.start() + " #" + plan.firstTerm() + " "
                        + (plan.contractEnd() == null ? "-" : plan.contractEnd()) + cancellations(plan))
                .collect(Collectors.joining("; "));
        assertEquals(plans == null ? "" : plans, said, why);
    }

    @Test
    void a_later_period_leaves_the_level_of_the_earlier_one() {
        List<AgreementVersion> versions = List.of(
                version("2026-01-31", "STANDARD", "2025-07-01", "2026-06-30", "-"),
                version("2026-07-03", "PROFESSIONAL_DIRECT", "2026-07-01", "2027-06-30", "-"));
        List<SupportPlan> plans = AgreementPlan.of("EA-1", versions, Policies.DEFAULTS);
        assertEquals(
                List.of(Tier.STANDARD, Tier.PROFESSIONAL_DIRECT),
                plans.stream().map(SupportPlan::tier).toList());
        assertEquals(
                List.of("EA:EA-1", "EA:EA-1"),
                plans.stream().map(plan -> plan.id().value()).toList(),
                "B9 one plan");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            relationship | channel   | why
            DIRECT       | MS_SELLER | R72
            INDIRECT     | RESELLER  | R72 through a partner
            """)
    void the_plan_comes_through_the_agreements_seller(Relationship relationship, Channel channel, String why) {
        List<AgreementVersion> versions =
                List.of(version(relationship, "2026-01-31", "STANDARD", "2025-07-01", "2026-06-30", "-"));
        assertEquals(
                channel,
                AgreementPlan.of("EA-1", versions, Policies.DEFAULTS).get(0).channel(),
                why);
    }

    private static String cancellations(SupportPlan plan) {
        return plan.cancellations().stream()
                .map(c -> " cancel " + Policies.DEFAULTS.dayOf(c.at())
                        + (c.withdrawnAt() == null ? "" : " until " + Policies.DEFAULTS.dayOf(c.withdrawnAt()))
                        + (c.insteadOf() == null ? "" : " behind " + Policies.DEFAULTS.dayOf(c.insteadOf())))
                .collect(Collectors.joining());
    }

    private static LocalDate day(String word) {
        return word.equals("-") ? null : LocalDate.parse(word);
    }

    private static AgreementVersion version(String... word) {
        return version(Relationship.DIRECT, word);
    }

    private static AgreementVersion version(Relationship relationship, String... word) {
        return new AgreementVersion(
                Instant.parse(word[0] + "T00:00:00Z"),
                false,
                "BA-1",
                AgreementStatus.ACTIVE,
                null,
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2028, 12, 31),
                relationship,
                null,
                null,
                "USD",
                SupportLevel.valueOf(word[1]),
                day(word[2]),
                day(word[3]),
                null,
                null,
                OrderStatus.NONE,
                null,
                null,
                null,
                null,
                null,
                word[4].equals("-") ? null : Instant.parse(word[4] + "T00:00:00Z"),
                null);
    }
}
