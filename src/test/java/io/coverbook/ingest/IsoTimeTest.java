package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IsoTimeTest {

    private final Faults faults = new Faults();

    private String said(Object value) {
        return faults.none()
                ? String.valueOf(value)
                : faults.all().get(0).code().name().substring(0, 3);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            text                     , becomes    , why
            2026-04-30               , 2026-04-30 , ISO 8601
            2024-02-29               , 2024-02-29 , C111 a leap day
            1970-01-01               , 1970-01-01 , L5 the first day
            2099-12-31               , 2099-12-31 , L5 the last day
            2026-02-29               , R05        , C095
            2026-02-30               , R05        , C096
            2026-13-01               , R05        , C096
            2026-00-10               , R05        , C096
            2026-01-00               , R05        , no day 0
            2100-02-29               , R05        , 2100 is no leap year
            01/02/2026               , R05        , C097 PostgreSQL would take it
            2026-1-2                 , R05        , C098
            20260430                 , R05        , the basic form is not ours
            infinity                 , R05        , C100
            epoch                    , R05        , C100
            today                    , R05        , C100
            0000-01-01               , R06        , C101
            0026-01-01               , R06        , C101
            1601-01-01               , R06        , C101
            1969-12-31               , R06        , L5
            2100-01-01               , R06        , L5
            9999-12-31               , R06        , L5 no date of ours is open by a number
            2026-04-30T00:00:00Z     , R05        , C102 a day has no time
            ' 2026-04-30'            , R05        , blanks
            -026-04-30               , R05        , a sign is no digit
            ２０２６-０１-０１          , R05        , C110 fullwidth digits
            ٢٠٢٦-٠١-٠١               , R05        , C110 Arabic-Indic digits
            """)
    void a_day_is_read_strictly(String text, String becomes, String why) {
        assertEquals(becomes, said(IsoTime.day(text, faults)), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            text                                , becomes                     , why
            2026-04-30T22:15:00Z                , 2026-04-30T22:15:00Z        , ISO 8601
            2026-05-01T00:15:00+02:00           , 2026-04-30T22:15:00Z        , an offset
            2026-04-30T16:45:00-05:30           , 2026-04-30T22:15:00Z        , an offset west
            2026-04-30T22:15Z                   , 2026-04-30T22:15:00Z        , seconds may be absent
            2023-01-04T22:39:34.2606750Z        , 2023-01-04T22:39:34.260675Z , W14 seven digits as Azure writes them
            2023-01-04T22:39:34.2606759Z        , 2023-01-04T22:39:34.260675Z , W14 cut off and not rounded
            2023-01-04T22:39:34.5+00:00         , 2023-01-04T22:39:34.500Z    , one digit
            1970-01-01T00:00:00Z                , 1970-01-01T00:00:00Z        , the first instant
            2099-12-31T23:59:59Z                , 2099-12-31T23:59:59Z        , the last second
            1970-01-01T00:00:00+01:00           , R06                         , it is 1969 in UTC
            2099-12-31T23:30:00-01:00           , R06                         , it is 2100 in UTC
            0001-01-01T00:00:00+00:00           , R06                         , O18 the sentinel for never
            2026-03-28T10:00:00                 , R05                         , C103 no offset
            2026-03-28T10:00                    , R05                         , C103 no offset
            2026-03-28                          , R05                         , no time
            2026-03-28T24:00:00Z                , R05                         , C105
            2026-03-28T23:59:60Z                , R05                         , C105
            2026-03-28T10:60:00Z                , R05                         , no such minute
            2026-02-30T10:00:00Z                , R05                         , no such day
            2026-03-28T10:00:00 CET             , R05                         , C106
            2026-03-28T10:00:00+01:00[Europe/Stockholm] , R05                 , C106
            2026-03-28 10:00:00Z                , R05                         , a blank for the T
            2026-03-28t10:00:00z                , R05                         , small letters
            2026-03-28T10:00:00+0100            , R05                         , the basic form of the offset
            2026-03-28T10:00:00+18:30           , R05                         , no such offset
            2026-03-28T10:00:00.Z               , R05                         , a point without digits
            2026-03-28T10:00:00.1234567890Z     , R05                         , ten digits
            2015-11-25T06: 41: 12Z              , R05                         , O19 blanks are for the lenient formats
            ２026-03-28T10:00:00Z                , R05                         , C110
            """)
    void an_instant_needs_its_offset(String text, String becomes, String why) {
        assertEquals(becomes, said(IsoTime.instant(text, faults)), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            text     , becomes , why
            2028-02  , 2028-02 , CONTRACT 2.1
            2028-13  , R05     , no such month
            2028-00  , R05     , no such month
            1/2035   , R05     , O22 is for the lenient formats
            2028-2   , R05     , two digits
            1969-12  , R06     , L5
            9999-12  , R06     , L5
            """)
    void a_month_is_read_strictly(String text, String becomes, String why) {
        assertEquals(becomes, said(IsoTime.month(text, faults)), why);
    }

    /** The JDK's slow parsers are the judges. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void every_day_and_instant_reads_as_the_jdk_reads_it(SplittableRandom random) {
        for (int i = 0; i < 100; i++) {
            LocalDate day = LocalDate.EPOCH.plusDays(random.nextInt(47_482));
            assertEquals(day, IsoTime.day(day.toString(), faults));
            Instant instant = Instant.ofEpochSecond(random.nextLong(4_102_444_800L), random.nextInt(1_000_000) * 1000L);
            assertEquals(instant, IsoTime.instant(instant.toString(), faults));
        }
    }
}
