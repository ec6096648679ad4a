package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.ingest.ReferenceData.ReferenceException;
import io.coverbook.plan.Tier;
import io.coverbook.request.BusinessClock;
import io.coverbook.request.Holidays.Source;
import io.coverbook.request.HoursBook.Basis;
import io.coverbook.request.Lifecycle;
import io.coverbook.request.OpeningHours;
import io.coverbook.request.ResponseTargets.Counting;
import io.coverbook.request.ResponseTargets.Target;
import io.coverbook.request.Severity;
import io.coverbook.request.SupportTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference data that requests are answered with: the program's own, and what a folder brings instead. */
class SupportTermsReaderTest {

    private static final SupportTerms OWN = ReferenceReader.read(null).support();

    private static SupportTerms with(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return ReferenceReader.read(folder).support();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/tickets/sla-clock-observations.csv", numLinesToSkip = 1)
    void the_clock_agrees_with_deadlines_of_real_requests(String start, String deadline, int minutes) {
        BusinessClock clock = new BusinessClock(OWN.hours().of("US").hours(), OWN.holidays());
        Instant due =
                clock.plus(Instant.parse(start), Duration.ofMinutes(minutes)).orElseThrow();
        Duration rounded = Duration.between(due, Instant.parse(deadline));
        assertFalse(rounded.isNegative(), () -> "P44: due " + due + " is after the recorded " + deadline);
        assertTrue(rounded.compareTo(Duration.ofMinutes(1)) < 0, () -> "P44: due " + due + ", recorded " + deadline);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            country | day        | closed | why
            US      | 2024-05-27 | true   | R10: Memorial Day
            US      | 2026-07-03 | true   | E73, R10: Independence Day, observed on Friday
            US      | 2026-11-27 | false  | the day after Thanksgiving is no holiday of the country
            DE      | 2026-04-03 | true   | E73: Good Friday
            DE      | 2026-04-06 | true   | E73: Easter Monday
            DE      | 2026-06-04 | false  | Corpus Christi is one in some of the country only
            SE      | 2026-06-19 | true   | R11: Midsummer Eve
            JP      | 2026-04-29 | true   | E73: Showa Day
            JP      | 2026-03-20 | true   | the file knows the equinox, the library does not
            JP      | 2026-05-06 | true   | a substitute holiday
            JP      | 2026-12-23 | false  | no longer the Emperor's birthday
            FR      | 2026-07-14 | true   | R11
            IT      | 2026-06-02 | true   | R11, in a locale that writes i differently
            """)
    void holidays_are_those_of_the_country(String country, LocalDate day, boolean closed, String why) {
        assertEquals(closed, OWN.holidays().on(country, day) != null, why);
    }

    @Test
    void a_country_without_a_calendar_is_known_to_have_none() {
        assertEquals(Source.NONE, OWN.holidays().source("KR", 2026));
        assertNull(OWN.holidays().on("KR", LocalDate.parse("2026-01-01")));
        assertEquals(Source.LIBRARY, OWN.holidays().source("US", 2026));
        assertEquals(Source.REFERENCE_FILE, OWN.holidays().source("JP", 2026));
        assertEquals(Source.LIBRARY, OWN.holidays().source("JP", 2035));
        assertEquals(Source.NONE, OWN.holidays().source("", 2026));
    }

    @Test
    void the_years_of_a_file_replace_those_of_the_library(@TempDir Path folder) throws IOException {
        SupportTerms terms = with(folder, "holidays.csv", "country,date,name\nUS,2026-11-27,Closed\n");
        assertEquals("Closed", terms.holidays().on("US", LocalDate.parse("2026-11-27")));
        assertNull(terms.holidays().on("US", LocalDate.parse("2026-12-25")));
        assertEquals("Christmas", terms.holidays().on("US", LocalDate.parse("2028-12-25")));
        assertEquals(Source.LIBRARY, terms.holidays().source("JP", 2026), "the default file is replaced as a whole");
    }

    @Test
    void every_country_has_hours_in_a_zone_of_its_own() {
        List<String> without = new ArrayList<>();
        for (String country : Locale.getISOCountries()) {
            if (OWN.hours().of(country).basis() != Basis.OF_THE_COUNTRY) {
                without.add(country);
            }
        }
        assertEquals(List.of(), without);
        OpeningHours pacific = OWN.hours().of("US").hours();
        assertEquals(
                "America/Los_Angeles 06:00 18:00", pacific.zone() + " " + pacific.opens() + " " + pacific.closes());
        assertEquals(
                pacific.in(pacific.zone()).weekdays(),
                OWN.hours().of("CA").hours().weekdays(),
                "R10, P44");
        assertNotEquals(pacific.weekdays(), OWN.hours().of("SA").hours().weekdays(), "R11");
    }

    @Test
    void a_country_that_the_folder_leaves_out_has_the_usual_hours_in_its_zone(@TempDir Path folder) throws IOException {
        SupportTerms terms = with(
                folder,
                "business-hours.csv",
                "country,zone,opens,closes,weekdays\nSE,Europe/Stockholm,08:00,24:00,SUN-WED;FRI\n");
        assertEquals(Basis.USUAL, terms.hours().of("IT").basis());
        assertEquals("Europe/Rome", terms.hours().of("IT").hours().zone().getId());
        OpeningHours sweden = terms.hours().of("SE").hours();
        assertEquals("00:00", sweden.closes().toString());
        assertEquals(5, sweden.weekdays().size());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            tier                | severity | minutes | counting | why
            DEVELOPER           | C        | 480     | BUSINESS | R4
            STANDARD            | A        | 60      | WALL     | R4
            STANDARD            | B        | 240     | WALL     | R4
            STANDARD            | C        | 480     | BUSINESS | R4
            PROFESSIONAL_DIRECT | A        | 60      | WALL     | R4
            PROFESSIONAL_DIRECT | B        | 120     | WALL     | R4
            PROFESSIONAL_DIRECT | C        | 240     | BUSINESS | R4
            UNIFIED             | A        | 60      | WALL     | R4
            """)
    void the_published_targets_are_the_defaults(
            Tier tier, Severity severity, long minutes, Counting counting, String why) {
        assertEquals(
                Optional.of(new Target(Duration.ofMinutes(minutes), counting)),
                OWN.targets().of(tier, severity, LocalDate.parse("2026-04-01")),
                why);
    }

    @Test
    void services_and_exceptions_are_read(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("service-exceptions.csv"),
                "service,region,kind,valid_from,valid_through\nSearch,north,GA,2026-01-01,2026-03-31\n");
        Files.writeString(
                folder.resolve("response-targets.csv"),
                "tier,severity,valid_from,hours,clock\nUNIFIED,A,2020-01-01,0.25,WALL\n");
        SupportTerms terms = with(
                folder, "services.csv", "service,region,lifecycle\nSearch,,PUBLIC_PREVIEW\n,moon,PRIVATE_PREVIEW\n");
        assertEquals(
                Lifecycle.PUBLIC_PREVIEW,
                terms.services().release("search", "x").lifecycle());
        assertEquals(
                Lifecycle.PRIVATE_PREVIEW,
                terms.services().release(null, "moon").lifecycle());
        assertEquals(List.of("Search"), terms.services().services());
        assertEquals(
                Duration.ofMinutes(15),
                terms.targets()
                        .of(Tier.UNIFIED, Severity.A, LocalDate.parse("2026-01-01"))
                        .orElseThrow()
                        .within());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            file                   | row                                  | says
            business-hours.csv     | Sweden,Europe/Stockholm,09:00,17:00,MON-FRI | is no country
            business-hours.csv     | SE,Europe/Stokholm,09:00,17:00,MON-FRI | Stokholm
            business-hours.csv     | SE,Europe/Stockholm,9,17:00,MON-FRI  | cannot be read
            business-hours.csv     | SE,Europe/Stockholm,17:00,09:00,MON-FRI | closes before it opens
            business-hours.csv     | SE,Europe/Stockholm,09:00,17:00,MON-FUN | FUN' is no weekday
            business-hours.csv     | SE,Europe/Stockholm,09:00,17:00,MON-TUE-WED | is no run of weekdays
            business-hours.csv     | SE,Europe/Stockholm,09:00,17:00,     | is no weekday
            holidays.csv           | SE,2026-02-30,Never                  | line 2 cannot be read
            holidays.csv           | XX,2026-02-03,Never                  | is no country
            response-targets.csv   | GOLD,A,2026-01-01,1,WALL             | GOLD
            response-targets.csv   | STANDARD,D,2026-01-01,1,WALL         | D
            response-targets.csv   | STANDARD,A,2026-01-01,0,WALL         | 0' hours
            response-targets.csv   | STANDARD,A,2026-01-01,0.001,WALL     | 0.001' hours
            response-targets.csv   | STANDARD,A,2026-01-01,1e9,WALL       | 1e9' hours
            response-targets.csv   | STANDARD,A,2026-01-01,1,SUN          | SUN
            services.csv           | Search,,BETA                         | BETA
            services.csv           | ,,GA                                 | neither a service nor a region
            service-exceptions.csv | ,north,GA,2026-01-01,                | no service
            service-exceptions.csv | Search,north,BETA,2026-01-01,        | BETA
            service-exceptions.csv | Search,north,GA,2026-02-01,2026-01-31 | ends before it begins
            """)
    void what_cannot_be_used_is_refused_with_its_line(String file, String row, String says, @TempDir Path folder)
            throws IOException {
        String header = ReferenceReader.read(null).files().stream()
                .filter(each -> each.name().equals(file))
                .findFirst()
                .orElseThrow()
                .content()
                .lines()
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve(file), header + "\n" + row + "\n");
        ReferenceException refused = assertThrows(ReferenceException.class, () -> ReferenceReader.read(folder));
        assertTrue(
                refused.getMessage().startsWith(file + " line 2 ")
                        && refused.getMessage().contains(says),
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            business-hours.csv   | country,zone,opens,closes,weekdays | SE,Europe/Stockholm,09:00,17:00,MON-FRI
            holidays.csv         | country,date,name                  | SE,2026-01-01,New Year
            response-targets.csv | tier,severity,valid_from,hours,clock | STANDARD,A,2026-01-01,1,WALL
            services.csv         | service,region,lifecycle           | Search,,GA
            """)
    void nothing_is_said_twice(String file, String header, String row, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(file), header + "\n" + row + "\n" + row + "\n");
        ReferenceException refused = assertThrows(ReferenceException.class, () -> ReferenceReader.read(folder));
        assertTrue(refused.getMessage().startsWith(file + " line 3 "), refused.getMessage());
    }
}
