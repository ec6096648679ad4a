package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, codes, ids and texts. */
class CellParsersTest {

    private final Faults faults = new Faults();
    private final WarningTally warnings = new WarningTally();
    private final Words words = new Words(warnings, faults);

    private String said(Object value) {
        return faults.none()
                ? String.valueOf(value)
                : faults.all().get(0).code().name().substring(0, 3);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            cell                       | currency | becomes | why
            100.00                     | USD      | 100     | CONTRACT 2
            29                         | USD      | 29      | no decimals needed
            90.50                      | EUR      | 90.5    | decimals
            0.00                       | USD      | 0       | P51 a promo price may be nothing
            9.205                      | KWD      | 9.205   | three decimals
            10.00                      | JPY      | 10      | noughts are no decimals
            0.1234                     |          | 0.1234  | four decimals where the currency is not known
            007.10                     | USD      | 7.1     | leading noughts
            100.005                    | EUR      | R10     | C121
            10.5                       | JPY      | R10     | C121
            0.12345                    |          | R10     | more than any currency has
            1,5                        | EUR      | R08     | C112
            1.234,50                   | EUR      | R08     | C112
            1,234.50                   | EUR      | R08     | C112
            1 234.50                   | EUR      | R08     | C113
            1<00a0>234.50              | EUR      | R08     | C113
            1e3                        | EUR      | R08     | C115 PostgreSQL would take it
            1E+2                       | EUR      | R08     | C115
            0x1A                       | EUR      | R08     | C115
            NaN                        | EUR      | R08     | C116
            Infinity                   | EUR      | R08     | C116
            -Infinity                  | EUR      | R08     | C116
            -100.00                    | EUR      | R09     | C117
            (100.00)                   | EUR      | R08     | C117
            100-                       | EUR      | R08     | C117
            +100                       | EUR      | R08     | a sign
            <2212>100                  | EUR      | R08     | C118
            .5                         | EUR      | R08     | a digit before the point
            5.                         | EUR      | R08     | a digit behind the point
            1.2.3                      | EUR      | R08     | two points
            .                          | EUR      | R08     | no digit
            -                          | EUR      | R08     | C125
            NULL                       | EUR      | R08     | C125 only empty means empty
            N/A                        | EUR      | R08     | C125
            99999999999999999999.99    | EUR      | R09     | C122
            999999999999999.99         | EUR      | 999999999999999.99 | fifteen digits
            00000000000000000000000000000000000000001 | EUR | R12 | C123 the length comes first
            ３.50                       | EUR      | R08     | C110
            """)
    void a_price_is_plain(String cell, String currency, String becomes, String why) {
        assertEquals(becomes, said(PlainNumber.price(unescaped(cell), currency, faults)), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            cell    , becomes , why
            0       , 0       , none left
            12      , 12      , CONTRACT 2.1
            007     , 7       , leading noughts
            999999  , 999999  , the most
            1000000 , R09     , too many
            3.0     , R08     , a count is whole
            -1      , R09     , O18 the sentinel is for the lenient formats
            three   , R08     , words
            """)
    void a_count_is_whole(String cell, String becomes, String why) {
        assertEquals(becomes, said(PlainNumber.count(cell, faults)), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            cell    | becomes | why
            SEK     | SEK     | ISO 4217
            eur     | EUR     | C126 with W10
            <20ac>  | R11     | C126
            EURO    | R11     | C126
            XXX     | R11     | C126 no currency
            XAU     | R11     | gold
            'SEK '  | R11     | C126
            """)
    void a_currency_is_one_of_iso_4217(String cell, String becomes, String why) {
        assertEquals(becomes, said(Codes.currency(unescaped(cell), false, faults)), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            cell   , becomes , why
            SE     , SE      , ISO 3166
            us     , US      , with W10
            in     , IN      , a Turkish small i is none of ours
            XX     , XX      , E43 left to users by ISO 3166
            XK     , XK      , Kosovo
            UK     , R14     , it is GB
            SWE    , R14     , three letters
            Sweden , R14     , a name
            """)
    void a_country_is_two_letters(String cell, String becomes, String why) {
        assertEquals(becomes, said(Codes.country(cell, faults)), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, quoteCharacter = '^', delimiter = '|', textBlock = """
            cell                                  | becomes | why
            90000000-0000-0000-0000-000000000001  | 90000000-0000-0000-0000-000000000001 | a GUID
            1f3e:9b77_2019-05-31                  | 1f3e:9b77_2019-05-31 | an MCA account
            /subscriptions/1                      | /subscriptions/1 | C133 a resource id
            pcn.12345                             | pcn.12345 | a partner
            0012                                  | 0012 | leading noughts stay
            S 1                                   | R03 | a blank
            S-1<00a0>                             | R03 | C082
            S-<00e9>                              | R03 | C083
            S-e<0301>                             | R03 | C083 the other form
            'S'                                   | R03 | C045
            "S"                                   | R03 | quotes
            <201c>S<201d>                         | R03 | C046
            S\\1                                  | R03 | C133
            /subscriptions/<guid>                 | R03 | a placeholder of the docs
            {billingAccountName}                  | R03 | O15
            EA-1;EA-2                             | R03 | a list
            1.23457E+12                           | R03 | C136
            1E+12                                 | R03 | C136
            A1E+12                                | A1E+12 | no number
            NULL                                  | R03 | only empty means empty
            n/a                                   | R03 | only empty means empty
            \\N                                   | R03 | only empty means empty
            S<0001>1                              | R13 | C018
            S<09>1                                  | R13 | a tab
            S<202e>1                              | R13 | C140
            S<200b>1                              | R13 | C140
            S<2066>1                              | R13 | C140
            """)
    void an_id_is_visible_ascii(String cell, String becomes, String why) {
        assertEquals(becomes, said(words.id(unescaped(cell))), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, quoteCharacter = '^', delimiter = '|', textBlock = """
            cell                  | lines | becomes    | warning | why
            Ann                   | true  | Ann        |         | plain
            <00c5>sa              | true  | <00c5>sa   |         | Swedish
            ^ Ann ^               | true  | Ann        | W08     | C146
            ^   ^                 | true  | null       | W08     | nothing but blanks
            a<0001>b              | true  | R13        |         | C018
            a<007f>b              | true  | R13        |         | delete
            a<0099>b              | true  | R13        |         | C1 controls
            a<fffd>b              | true  | R13        |         | C015
            a<0a>b                  | true  | a<0a>b       |         | C042 free text
            a<0a>b                  | false | R13        |         | C147 e-mail addresses
            a<09>b                  | false | a<09>b       |         | a tab does no harm
            =1+1                  | true  | =1+1       | W09     | C137
            @SUM(A1)              | true  | @SUM(A1)   | W09     | C137
            +46 8 1               | true  | +46 8 1    | W09     | C137 kept as it is
            ^<0d>x^                 | true  | x          | W08 W09 | C137
            e<0301>               | true  | e<0301>    | W12     | C083 in names
            a<202e>b              | true  | a<202e>b   | W13     | C140
            <0410>zure            | true  | <0410>zure | W13     | C141
            <0410><0411>          | true  | <0410><0411> |       | one alphabet
            """)
    void a_text_is_kept(String cell, boolean lines, String becomes, String warning, String why) {
        assertEquals(unescaped(becomes), said(words.text(unescaped(cell), 500, lines, 2)), why);
        String said = String.join(
                " ",
                warnings.warnings().stream()
                        .map(w -> w.code().name().substring(0, 3))
                        .toList());
        assertEquals(warning == null ? "" : warning, said, why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            length , becomes , why
            500    , true    , at most 500 characters
            501    , false   , R12
            """)
    void a_text_is_not_endless(int length, boolean becomes, String why) {
        words.text("x".repeat(length), 500, true, 2);
        assertEquals(becomes, faults.none(), why);
    }

    private static String unescaped(String cell) {
        Matcher letter = Pattern.compile("<([0-9a-f]{2,4})>").matcher(cell);
        return letter.replaceAll(
                m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }
}
