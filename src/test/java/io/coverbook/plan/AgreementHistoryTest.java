package io.coverbook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.calendar.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an order holds that monthly exports tell of. */
class AgreementHistoryTest {

    private static final Policies POLICIES = PolicyCatalogue.policies(Map.of());

    /**
     * {@code 02-28 PENDING 02-20 -}: the day of the export, the order's status, when it was placed and changed, and from
     * when the row states coverage if it does.
     */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | history | why
            02-28 NONE - -; 03-31 PENDING 03-02 -                                  | NONE; 2026-03-02 PENDING                       | E47 it holds from the day it was placed
            02-28 NONE - -; 03-31 PENDING 03-02 -; 04-30 FULFILLED 03-02 04-08     | NONE; 2026-03-02 PENDING; 2026-04-08 FULFILLED | H3
            02-28 NONE - -; 03-31 PENDING 03-02 03-05                              | NONE; 2026-03-05 PENDING                       | A2 a date of change of its own
            02-28 NONE - -; 03-31 PENDING - -                                      | NONE; 2026-03-31 PENDING                       | A2 no date at all
            02-28 PENDING 02-20 -; 03-31 CANCELLED 02-20 03-12                     | PENDING; 2026-03-13 CANCELLED                  | E47d
            02-28 NONE - -; 03-31 CANCELLED 03-02 03-20                            | NONE; 2026-03-02 PENDING; 2026-03-21 CANCELLED | A2 H3 told when it was over
            02-28 NONE - -; 03-31 FULFILLED 03-02 03-20                            | NONE; 2026-03-02 PENDING; 2026-03-20 FULFILLED | A2 H3
            02-28 NONE - -; 03-31 PENDING 03-02 03-05; 04-30 FULFILLED 03-02 04-08 | NONE; 2026-03-05 PENDING; 2026-04-08 FULFILLED        | A2 known while it was open: its own dates hold
            02-28 NONE - -; 03-31 FULFILLED 03-02 - 03-20                          | NONE; 2026-03-02 PENDING; 2026-03-20 FULFILLED | H3 never seen open and no date of change: from the start of the coverage
            02-28 NONE - -; 03-31 FULFILLED 03-02 03-18 03-20                      | NONE; 2026-03-02 PENDING; 2026-03-18 FULFILLED | H3 the date of change first
            02-28 NONE - -; 03-31 CANCELLED 03-02 - 03-20                          | NONE; 2026-03-02 PENDING; 2026-04-01 CANCELLED | H3 coverage of another order
            02-28 FULFILLED 01-10 -; 03-31 FULFILLED 01-10 -                       | PENDING; 2026-02-28 FULFILLED                  | A2 told again
            02-28 FULFILLED 01-10 01-20; 03-31 CANCELLED 03-02 03-20               | PENDING; 2026-01-20 FULFILLED; 2026-03-02 PENDING; 2026-03-21 CANCELLED | A2 H3 a second order
            02-28 CANCELLED 01-10 01-20; 03-31 PENDING 03-02 -                     | PENDING; 2026-01-21 CANCELLED; 2026-03-02 PENDING | H3 a second order
            """)
    void an_order_through_time(String told, String history, String why) {
        List<AgreementVersion> versions = new ArrayList<>();
        for (String version : told.split("; ")) {
            String[] word = version.split(" ");
            versions.add(ordering(word, null));
        }
        Agreement agreement = AgreementHistory.of("EA-1", "C-1", versions, POLICIES);
        String said = agreement.order().steps().stream()
                .map(step -> (step.from().getYear() == 1 ? "" : step.from() + " ")
                        + step.value().status())
                .collect(Collectors.joining("; "));
        assertEquals(history, said, why);
    }

    /** {@code 02-28 ACTIVE -}: the day of the export, the status and since when; {@code GONE} for a missing row. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | history | why
            02-28 ACTIVE -                              | ACTIVE                       | A3
            02-28 EXTENDED -                            | EXTENDED                     | A3 without a date, from the beginning
            02-28 EXTENDED 02-16                        | ACTIVE; 2026-02-16 EXTENDED  | A3 ACTIVE before its date
            02-28 ACTIVE -; 03-31 EXPIRED 03-10         | ACTIVE; 2026-03-10 EXPIRED   | A2
            02-28 ACTIVE -; 03-31 EXPIRED -             | ACTIVE; 2026-03-31 EXPIRED   | A2 the export's day
            02-28 ACTIVE -; 03-31 TERMINATED 03-10      | ACTIVE; 2026-03-11 TERMINATED | A8 its own day still counts
            02-28 ACTIVE -; 03-31 TRANSFERRED 03-10     | ACTIVE; 2026-03-11 TRANSFERRED | A8
            02-28 ACTIVE -; 03-31 GONE -                | ACTIVE; 2026-04-01 TERMINATED | A6
            02-28 ACTIVE -; 03-31 GONE -; 04-30 ACTIVE - | ACTIVE                      | A6 back: never gone
            """)
    void a_status_through_time(String told, String history, String why) {
        List<AgreementVersion> versions = new ArrayList<>();
        for (String version : told.split("; ")) {
            String[] word = version.split(" ");
            boolean gone = word[1].equals("GONE");
            AgreementStatus status = gone ? AgreementStatus.ACTIVE : AgreementStatus.valueOf(word[1]);
            versions.add(version(day(word[0]), gone, status, day(word[2]), SupportLevel.NONE, null));
        }
        Agreement agreement = AgreementHistory.of("EA-1", "C-1", versions, POLICIES);
        assertEquals(history, said(agreement.status()), why);
    }

    /** {@code 02-28 STANDARD}: the day of the export and the level it shows. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | levels | why
            02-28 NOT_EXPORTED; 03-31 STANDARD | STANDARD                         | L11 the first source that can tell speaks for the days before
            02-28 STANDARD; 03-31 NOT_EXPORTED | STANDARD                         | L11 never over a known level
            02-28 NOT_EXPORTED                 | NOT_EXPORTED                     | L11 nothing better is known
            02-28 NONE; 03-31 STANDARD         | NONE; 2026-03-31 STANDARD        | A2 empty in our own format is NONE
            """)
    void a_level_through_time(String told, String levels, String why) {
        List<AgreementVersion> versions = new ArrayList<>();
        for (String version : told.split("; ")) {
            String[] word = version.split(" ");
            SupportLevel level = SupportLevel.valueOf(word[1]);
            versions.add(version(day(word[0]), false, AgreementStatus.ACTIVE, null, level, null));
        }
        assertEquals(
                levels,
                said(AgreementHistory.of("EA-1", "C-1", versions, POLICIES).level()),
                why);
    }

    /** Told as an order is; each export also tells a request of 03-05. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | covered from | why
            03-31 PENDING 03-02 -                                   |            | X18 no coverage yet
            03-31 PENDING 03-02 - 03-20                             |            | F6 not before the order is fulfilled
            03-31 PENDING 03-02 -; 04-30 FULFILLED 03-02 - 03-20    | 2026-03-20 | F6 X18 the first day of the ordered coverage
            03-31 PENDING 03-02 -; 04-30 FULFILLED 03-02 - 03-05    | 2026-03-05 | F6 X18 on the day of the request itself, so nothing is left of it
            03-31 PENDING 03-02 -; 04-30 FULFILLED 03-15 - 03-20    | 2026-03-20 | F6 X18 though its own date is told otherwise then
            03-31 FULFILLED 01-10 - 02-01; 04-30 FULFILLED 03-02 - 04-10 | 2026-04-10 | F6 not the coverage that began before the request
            03-31 PENDING 03-02 -; 04-30 FULFILLED 03-02 03-18      |            | H3 without a first day nothing is cut
            """)
    void a_request_ends_where_the_ordered_coverage_starts(String told, LocalDate from, String why) {
        List<AgreementVersion> versions = new ArrayList<>();
        for (String version : told.split("; ")) {
            versions.add(ordering(
                    version.split(" "), new Agreement.TemporaryRequest(at("03-05"), SupportLevel.STANDARD, true)));
        }
        Agreement agreement = AgreementHistory.of("EA-1", "C-1", versions, POLICIES);
        assertEquals(1, agreement.requests().size(), "F6 once");
        assertEquals(from, agreement.requests().get(0).coverageStart(), why);
    }

    @Test
    void a_level_holds_from_the_export_that_shows_it_and_each_request_is_told_once() {
        List<AgreementVersion> versions = List.of(
                asking("02-28", SupportLevel.STANDARD, "02-20"),
                asking("03-31", SupportLevel.PROFESSIONAL_DIRECT, "02-20"),
                asking("04-30", SupportLevel.PROFESSIONAL_DIRECT, "02-10"));
        Agreement agreement = AgreementHistory.of("EA-1", "C-1", versions, POLICIES);
        assertEquals("STANDARD; 2026-03-31 PROFESSIONAL_DIRECT", said(agreement.level()), "A2");
        assertEquals(
                List.of(at("02-10"), at("02-20")),
                agreement.requests().stream()
                        .map(Agreement.TemporaryRequest::at)
                        .toList(),
                "F6");
    }

    private static AgreementVersion asking(String exportedOn, SupportLevel level, String askedOn) {
        return version(
                day(exportedOn),
                false,
                AgreementStatus.ACTIVE,
                null,
                level,
                new Agreement.TemporaryRequest(at(askedOn), SupportLevel.STANDARD, true));
    }

    private static Instant at(String day) {
        return Instant.parse("2026-" + day + "T00:00:00Z");
    }

    private static String said(Timeline<?> line) {
        return line.steps().stream()
                .map(step -> (step.from().getYear() == 1 ? "" : step.from() + " ") + step.value())
                .collect(Collectors.joining("; "));
    }

    private static AgreementVersion version(
            LocalDate exportedOn,
            boolean gone,
            AgreementStatus status,
            LocalDate since,
            SupportLevel level,
            Agreement.TemporaryRequest request) {
        return new AgreementVersion(
                Instant.parse(exportedOn + "T00:00:00Z"),
                gone,
                "BA-1",
                status,
                since,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2028, 12, 31),
                Relationship.DIRECT,
                null,
                null,
                "USD",
                level,
                null,
                null,
                null,
                null,
                OrderStatus.NONE,
                null,
                null,
                null,
                request,
                null,
                null,
                null);
    }

    private static LocalDate day(String word) {
        return word.equals("-") ? null : LocalDate.parse("2026-" + word);
    }

    private static AgreementVersion ordering(String[] word, Agreement.TemporaryRequest request) {
        OrderStatus status = OrderStatus.valueOf(word[1]);
        return new AgreementVersion(
                Instant.parse(day(word[0]) + "T00:00:00Z"),
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
                word.length > 4 ? day(word[4]) : null,
                null,
                null,
                null,
                status,
                status == OrderStatus.NONE ? null : SupportLevel.STANDARD,
                day(word[2]),
                day(word[3]),
                request,
                null,
                null,
                null);
    }
}
