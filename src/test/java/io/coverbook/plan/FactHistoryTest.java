package io.coverbook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.coverbook.calendar.Span;
import io.coverbook.calendar.Timeline;
import io.coverbook.plan.FactHistory.Told;
import io.coverbook.testkit.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FactHistoryTest {

    /** {@code DISABLED 2026-04-20 2026-04-18}: the value, the day of the export and the day it names; CLOSED closes. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | history | why
            ACTIVE 2026-04-01                                                        | ACTIVE                                            | A3
            DISABLED 2026-04-01                                                      | DISABLED                                          | A3 holds back to the beginning
            DISABLED 2026-04-20 2026-04-18                                           | ACTIVE; 2026-04-18 DISABLED                       | A3 before a dated status it was ACTIVE
            ACTIVE 2026-04-20 2026-04-18                                             | ACTIVE                                            | A3
            ACTIVE 2026-04-01; DISABLED 2026-04-20                                   | ACTIVE; 2026-04-20 DISABLED                       | A2 no date: the day of the export
            ACTIVE 2026-04-01; DISABLED 2026-04-20 2026-04-18                        | ACTIVE; 2026-04-18 DISABLED                       | A2 E38
            ACTIVE 2026-04-01; CLOSED 2026-04-12 2026-04-10                          | ACTIVE; 2026-04-11 CLOSED                         | A8 E37 the day named still counts
            CLOSED 2026-04-12 2026-04-10                                             | ACTIVE; 2026-04-11 CLOSED                         | A3 A8
            CLOSED 2026-04-12                                                        | CLOSED                                            | A3
            ACTIVE 2026-04-01; CLOSED 2026-04-12                                     | ACTIVE; 2026-04-13 CLOSED                         | A6 A8 missing from the export of 04-12
            ACTIVE 2026-04-01; DISABLED 2026-04-18; ACTIVE 2026-04-26 2026-04-25     | ACTIVE; 2026-04-18 DISABLED; 2026-04-25 ACTIVE    | E38
            ACTIVE 2026-04-01; DISABLED 2026-04-18; ACTIVE 2026-04-26 2026-04-10     | ACTIVE                                            | A4a effective before the previous change
            ACTIVE 2026-04-01; DISABLED 2026-04-18; CLOSED 2026-04-26 2026-04-10     | ACTIVE; 2026-04-11 CLOSED                         | A4a
            DISABLED 2026-04-12 2026-04-10; CLOSED 2026-04-13 2026-04-10             | ACTIVE; 2026-04-10 DISABLED; 2026-04-11 CLOSED    | A8 A4a closing begins on the day after, and takes nothing from its own
            DISABLED 2026-04-20 2026-04-18; DISABLED 2026-04-21 2026-04-15           | ACTIVE; 2026-04-15 DISABLED                       | A4 the run moves
            DISABLED 2026-04-20 2026-04-18; DISABLED 2026-04-21 2026-04-19           | ACTIVE; 2026-04-19 DISABLED                       | A4 later too
            DISABLED 2026-04-20 2026-04-18; DISABLED 2026-04-21                      | ACTIVE; 2026-04-18 DISABLED                       | A4 no other date, no move
            DISABLED 2026-04-20; DISABLED 2026-04-21 2026-04-15                      | ACTIVE; 2026-04-15 DISABLED                       | A3 A4
            ACTIVE 2026-04-01; DISABLED 2026-04-10; ACTIVE 2026-04-20; ACTIVE 2026-04-22 2026-04-05 | ACTIVE                             | A4 not before the run it follows, which is gone
            ACTIVE 2026-04-01; CLOSED 2026-04-12 2026-04-10; CLOSED 2026-04-13 2026-04-11 | ACTIVE; 2026-04-12 CLOSED                    | A4 A8
            """)
    void a_status_through_time(String told, String history, String why) {
        assertEquals(history, said(FactHistory.ofStatus(told(told), "ACTIVE")), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | history | why
            BA-A 2026-04-01                                          | BA-A                                   | A3
            BA-A 2026-04-01 2026-02-01                               | BA-A                                   | A3 the first date is ignored
            BA-A 2026-04-01; BA-B 2026-04-18 2026-04-16              | BA-A; 2026-04-16 BA-B                  | E62
            BA-A 2026-04-01; BA-B 2026-04-18                         | BA-A; 2026-04-18 BA-B                  | E62 no scope_since
            BA-A 2026-04-01; BA-B 2026-04-10; BA-A 2026-04-20        | BA-A; 2026-04-10 BA-B; 2026-04-20 BA-A | E62 away and back
            BA-A 2026-04-01; BA-B 2026-04-18; BA-B 2026-04-19 2026-04-16 | BA-A; 2026-04-16 BA-B              | A4
            BA-A 2026-04-01; BA-A 2026-04-19 2026-04-16              | BA-A                                   | A3 still from the beginning
            USD 2026-04-01; EUR 2026-05-02 2026-05-01                | USD; 2026-05-01 EUR                    | P13
            """)
    void a_value_through_time(String told, String history, String why) {
        assertEquals(history, said(FactHistory.ofValue(told(told))), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            method | status   | expiry  | day        | valid | why
            CARD   | ACTIVE   | 2026-04 | 2026-04-30 | true  | E28 P22 through the last day of the month
            CARD   | ACTIVE   | 2026-04 | 2026-05-01 | false | E28
            CARD   | ACTIVE   |         | 2026-05-01 | true  | no expiry told
            CARD   | INACTIVE | 2030-12 | 2026-05-01 | false | D1
            NONE   | ACTIVE   |         | 2026-05-01 | false | D1
            WIRE   | INACTIVE |         | 2026-05-01 | true  | D1 WIRE never
            """)
    void a_payment_method_may_be_charged_or_not(
            PaymentMethod method, PaymentMethodStatus status, String expiry, LocalDate day, boolean valid, String why) {
        var month = expiry == null ? null : java.time.YearMonth.parse(expiry);
        assertEquals(valid, new Account.Payment(method, status, month).validOn(day), why);
    }

    /** Whatever was told before, the day after the last export's date has the last value, and runs differ (A4a). */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void the_last_telling_wins_from_its_day_on(SplittableRandom random) {
        List<Told<String>> told = IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(i -> {
                    LocalDate exported = LocalDate.of(2026, 1, 1).plusDays(10L * i);
                    LocalDate since = random.nextBoolean() ? null : exported.minusDays(random.nextInt(30));
                    String value = List.of("ACTIVE", "DISABLED", "CLOSED").get(random.nextInt(3));
                    return new Told<>(value, exported, since, value.equals("CLOSED"));
                })
                .toList();
        Timeline<String> line = FactHistory.ofStatus(told, "ACTIVE");
        Told<String> last = told.get(told.size() - 1);
        assertEquals(last.value(), line.on(last.exportedOn().plusDays(1)));
        assertEquals(last.value(), line.on(LocalDate.of(2099, 1, 1)));
        for (int i = 1; i < line.steps().size(); i++) {
            assertFalse(
                    line.steps().get(i).value().equals(line.steps().get(i - 1).value()));
        }
    }

    private static List<Told<String>> told(String text) {
        return Facts.split(text, ";").stream()
                .map(each -> {
                    List<String> word = Facts.split(each, " +");
                    LocalDate since = word.size() > 2 ? LocalDate.parse(word.get(2)) : null;
                    boolean closing = word.get(0).equals("CLOSED");
                    return new Told<>(word.get(0), LocalDate.parse(word.get(1)), since, closing);
                })
                .toList();
    }

    private static String said(Timeline<String> line) {
        return line.steps().stream()
                .map(step -> (step.from().equals(Span.EVER) ? "" : step.from() + " ") + step.value())
                .collect(Collectors.joining("; "));
    }
}
