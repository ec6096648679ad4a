package io.coverbook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an order holds that monthly exports tell of. */
class AgreementHistoryTest {

    private static final Policies POLICIES = PolicyCatalogue.policies(Map.of());

    /** {@code 02-28 PENDING 02-20 -}: the day of the export, the order's status, when it was placed and changed. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | history | why
            02-28 NONE - -; 03-31 PENDING 03-02 -                                  | NONE; 2026-03-02 PENDING                       | E47 it holds from the day it was placed
            02-28 NONE - -; 03-31 PENDING 03-02 -; 04-30 FULFILLED 03-02 04-08     | NONE; 2026-03-02 PENDING; 2026-04-08 FULFILLED | H3
            02-28 NONE - -; 03-31 PENDING 03-02 03-05                              | NONE; 2026-03-05 PENDING                       | A2 a date of change of its own
            02-28 NONE - -; 03-31 PENDING - -                                      | NONE; 2026-03-31 PENDING                       | A2 no date at all
            02-28 PENDING 02-20 -; 03-31 CANCELLED 02-20 03-12                     | PENDING; 2026-03-13 CANCELLED                  | E47d
            02-28 CANCELLED 01-10 01-20; 03-31 PENDING 03-02 -                     | PENDING; 2026-01-21 CANCELLED; 2026-03-02 PENDING | H3 a second order
            """)
    void an_order_through_time(String told, String history, String why) {
        List<AgreementVersion> versions = new ArrayList<>();
        for (String version : told.split("; ")) {
            String[] word = version.split(" ");
            versions.add(version(day(word[0]), OrderStatus.valueOf(word[1]), day(word[2]), day(word[3])));
        }
        Agreement agreement = AgreementHistory.of("EA-1", "C-1", versions, POLICIES);
        String said = agreement.order().steps().stream()
                .map(step -> (step.from().getYear() == 1 ? "" : step.from() + " ")
                        + step.value().status())
                .collect(Collectors.joining("; "));
        assertEquals(history, said, why);
    }

    private static LocalDate day(String word) {
        return word.equals("-") ? null : LocalDate.parse("2026-" + word);
    }

    private static AgreementVersion version(
            LocalDate exportedOn, OrderStatus status, LocalDate placed, LocalDate changed) {
        return new AgreementVersion(
                Instant.parse(exportedOn + "T00:00:00Z"),
                false,
                "BA-1",
                AgreementStatus.ACTIVE,
                null,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2028, 12, 31),
                Relationship.DIRECT,
                null,
                null,
                "USD",
                SupportLevel.NONE,
                null,
                null,
                null,
                null,
                status,
                status == OrderStatus.NONE ? null : SupportLevel.STANDARD,
                placed,
                changed,
                null,
                null,
                null,
                null);
    }
}
