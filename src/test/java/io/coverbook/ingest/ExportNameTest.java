package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportNameTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            name                                    , kind                  , time                 , why
            subscriptions-2026-04-30.csv            , SUBSCRIPTIONS         , 2026-04-30T00:00:00Z , A1 a date means its first instant
            subscriptions-20260430T221500Z.csv      , SUBSCRIPTIONS         , 2026-04-30T22:15:00Z , CONTRACT 2
            subscriptions-20260430T221500Z.csv.gz   , SUBSCRIPTIONS         , 2026-04-30T22:15:00Z , CONTRACT 2
            Billing-Accounts-2026-04-30.CSV         , BILLING_ACCOUNTS      , 2026-04-30T00:00:00Z , letters of any case
            enterprise-agreements-2026-04-30        , ENTERPRISE_AGREEMENTS , 2026-04-30T00:00:00Z , no ending
            role-assignments.csv                    , ROLE_ASSIGNMENTS      ,                      , no time
            payments                                , PAYMENTS              ,                      , the kind alone
            subscriptions_april.csv                 , SUBSCRIPTIONS         ,                      , a name without a date
            subscriptionsplus-2026-04-30.csv        ,                       ,                      , another word
            export-2026-04-30.csv                   ,                       ,                      , CONTRACT 2 knows the time only behind a kind
            subscriptions-2026-02-30.csv            , F20                   ,                      , no such day
            subscriptions-20260430T241500Z.csv      , F20                   ,                      , no such hour
            subscriptions-2199-01-01.csv            , F20                   ,                      , L5
            subscriptions-2026-04-30 (1).csv        , F20                   ,                      , a second download must not get the time of the download
            subscriptions-part2-20260430.csv        , F20                   ,                      , a date in the wrong place
            """)
    void the_name_tells_kind_and_time(String name, String kind, String time, String why) {
        String said;
        String when = null;
        try {
            ExportName told = ExportName.of(name, false);
            said = told.kind() == null ? null : told.kind().name();
            when = told.exportedAt() == null ? null : told.exportedAt().toString();
        } catch (FileRefusedException e) {
            said = e.code().name().substring(0, 3);
        }
        assertEquals(kind, said, why);
        assertEquals(time, when, why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            name                             , why
            subscriptions-2026-04-30 (1).csv , --exported-at says the time
            subscriptions-part2-20260430.csv , --exported-at says the time
            """)
    void a_date_in_the_wrong_place_is_passed_over_when_the_time_is_told(String name, String why)
            throws FileRefusedException {
        assertEquals(new ExportName(ExportKind.SUBSCRIPTIONS, null), ExportName.of(name, true), why);
    }
}
