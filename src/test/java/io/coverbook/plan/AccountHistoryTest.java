package io.coverbook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.calendar.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a series of exports makes of a billing account (A2, A3, A6, A8). */
class AccountHistoryTest {

    /** {@code 01-31 status=CLOSED since=01-20}; {@code gone} for a row that is missing. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | status | why
            01-31 status=ACTIVE | ACTIVE | A3
            01-31 status=DISABLED | DISABLED | A3 without a date, from the beginning
            01-31 status=CLOSED | CLOSED | A3
            01-31 status=DISABLED since=01-18 | ACTIVE; 01-18 DISABLED | E38 A3
            01-31 status=CLOSED since=01-18 | ACTIVE; 01-19 CLOSED | E37 A8 its own day counts
            01-31 status=ACTIVE; 02-28 status=CLOSED | ACTIVE; 03-01 CLOSED | A2 A8
            01-31 status=ACTIVE; 02-28 gone | ACTIVE; 03-01 CLOSED | A6 CLOSED since the day of the export
            01-31 status=ACTIVE; 02-28 gone; 03-31 status=ACTIVE | ACTIVE | A6 back: never gone
            01-31 status=ACTIVE; 02-28 status=DISABLED since=02-18; 03-31 status=ACTIVE since=02-25 | ACTIVE; 02-18 DISABLED; 02-25 ACTIVE | E38
            """)
    void a_status_through_time(String told, String status, String why) {
        assertEquals(status, said(account(told).status(), AccountStatus::name), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | currency | country | type | expiry | program | why
            01-31 | USD | US | MCA | 2030-12 | - | A3 one version holds for all days
            01-31 money=02-10 | USD | US | MCA | 2030-12 | - | A3 a first date of change says nothing
            01-31; 02-28 currency=EUR | USD; 02-28 EUR | US | MCA | 2030-12 | - | A2 from the export
            01-31; 02-28 currency=EUR money=02-10 | USD; 02-10 EUR | US | MCA | 2030-12 | - | A2 from its own date
            01-31; 02-28 country=SE | USD | US; 02-28 SE | MCA | 2030-12 | - | A2
            01-31 currency=XXX country=ZZ; 02-28 currency=EUR country=SE | EUR | SE | MCA | 2030-12 | - | L11 the first source that knows speaks for the days before
            01-31 currency=EUR country=SE; 02-28 currency=XXX country=ZZ | EUR | SE | MCA | 2030-12 | - | L11 one that does not know says nothing
            01-31 currency=XXX country=ZZ | XXX | ZZ | MCA | 2030-12 | - | L11 nobody knows
            01-31 type=MOSP; 02-28 type=MCA | USD | US | MOSP; 02-28 MCA | 2030-12 | - | P55
            01-31; 02-28 expiry=2031-01 | USD | US | MCA | 2030-12; 02-28 2031-01 | - | A2
            01-31; 02-28 program=MSDN | USD | US | MCA | 2030-12 | -; 02-28 MSDN | A2
            """)
    void values_through_time(
            String told, String currency, String country, String type, String expiry, String program, String why) {
        Account account = account(told);
        assertEquals(currency, said(account.currency(), value -> value), why);
        assertEquals(country, said(account.country(), value -> value), why);
        assertEquals(type, said(account.agreementType(), AgreementType::name), why);
        assertEquals(expiry, said(account.payment(), payment -> String.valueOf(payment.expiry())), why);
        assertEquals(
                program,
                said(
                        account.benefit(),
                        benefit -> benefit.program() == null
                                ? "-"
                                : benefit.program().name()),
                why);
    }

    @Test
    void what_is_no_history_is_as_the_newest_export_says_and_the_first_export_is_kept() {
        Account account = account("01-31 mail=old@x.example; 02-28 mail=new@x.example");
        assertEquals("new@x.example", account.eMail());
        assertEquals(Instant.parse("2026-01-31T00:00:00Z"), account.firstSeenAt());
        assertEquals("BA-A", account.id());
    }

    private static Account account(String told) {
        List<AccountVersion> versions = new ArrayList<>();
        for (String version : told.split("; ")) {
            versions.add(version(version.split(" ")));
        }
        return AccountHistory.of("BA-A", versions, Policies.DEFAULTS);
    }

    private static <V> String said(Timeline<V> line, Function<V, String> as) {
        return line.steps().stream()
                .map(step -> (step.from().getYear() == 1
                                ? ""
                                : step.from().toString().substring(5) + " ")
                        + as.apply(step.value()))
                .collect(Collectors.joining("; "));
    }

    private static LocalDate day(String word) {
        return word == null ? null : LocalDate.parse("2026-" + word);
    }

    private static AccountVersion version(String... word) {
        Map<String, String> told = new HashMap<>();
        for (String each : word) {
            String[] pair = each.split("=");
            told.put(pair[0], pair[pair.length - 1]);
        }
        String program = told.get("program");
        return new AccountVersion(
                Instant.parse("2026-" + word[0] + "T00:00:00Z"),
                told.containsKey("gone"),
                AgreementType.valueOf(told.getOrDefault("type", "MCA")),
                told.getOrDefault("country", "US"),
                told.getOrDefault("currency", "USD"),
                day(told.get("money")),
                "C-1",
                AccountStatus.valueOf(told.getOrDefault("status", "ACTIVE")),
                day(told.get("since")),
                new Account.Payment(
                        PaymentMethod.CARD,
                        PaymentMethodStatus.ACTIVE,
                        YearMonth.parse(told.getOrDefault("expiry", "2030-12"))),
                program == null ? Account.Benefit.NONE : new Account.Benefit(Program.valueOf(program), null, null),
                null,
                told.get("mail"));
    }
}
