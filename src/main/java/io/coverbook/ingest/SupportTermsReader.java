package io.coverbook.ingest;

import io.coverbook.ingest.ReferenceData.ReferenceText;
import io.coverbook.plan.Tier;
import io.coverbook.request.HoursBook;
import io.coverbook.request.Lifecycle;
import io.coverbook.request.OpeningHours;
import io.coverbook.request.ResponseTargets;
import io.coverbook.request.ResponseTargets.Counting;
import io.coverbook.request.ResponseTargets.Target;
import io.coverbook.request.ServiceRegister;
import io.coverbook.request.ServiceRegister.Kind;
import io.coverbook.request.ServiceRegister.NotSupported;
import io.coverbook.request.Severity;
import io.coverbook.request.SupportTerms;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the reference data that requests for support are answered with (CONTRACT 4). */
final class SupportTermsReader {

    static final String HOURS = "business-hours.csv";

    private static final List<String> HOURS_COLUMNS = List.of("country", "zone", "opens", "closes", "weekdays");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    /** A hundred days, beyond which a target is a typing error. */
    private static final BigDecimal MINUTES_MOST = BigDecimal.valueOf(144_000);

    private final Map<String, OpeningHours> hours = new HashMap<>();
    private final PublicHolidays holidays = new PublicHolidays();
    private final ResponseTargets targets = new ResponseTargets();
    private final ServiceRegister services = new ServiceRegister();

    void take(ReferenceText file) {
        switch (file.name()) {
            case HOURS -> ReferenceReader.each(file, HOURS_COLUMNS, c -> opening(hours, c));
            case "holidays.csv" ->
                ReferenceReader.each(
                        file,
                        List.of("country", "date", "name"),
                        c -> holidays.holiday(country(c[0]), LocalDate.parse(c[1]), c[2]));
            case "response-targets.csv" ->
                ReferenceReader.each(
                        file,
                        List.of("tier", "severity", "valid_from", "hours", "clock"),
                        c -> targets.target(
                                Tier.valueOf(c[0]),
                                Severity.valueOf(c[1]),
                                LocalDate.parse(c[2]),
                                new Target(hours(c[3]), Counting.valueOf(c[4]))));
            case "services.csv" ->
                ReferenceReader.each(
                        file,
                        List.of("service", "region", "lifecycle"),
                        c -> services.released(c[0], c[1], lifecycle(c)));
            case "service-exceptions.csv" ->
                ReferenceReader.each(
                        file,
                        List.of("service", "region", "kind", "valid_from", "valid_through"),
                        c -> services.exception(exception(c)));
            default -> throw new IllegalStateException("nothing reads " + file.name());
        }
    }

    /**
     * All that was taken.
     *
     * @param standardHours the program's own hours, whose zones count for countries that the file read leaves out
     */
    SupportTerms terms(ReferenceText standardHours) {
        Map<String, OpeningHours> standard = new HashMap<>();
        ReferenceReader.each(standardHours, HOURS_COLUMNS, c -> opening(standard, c));
        Map<String, ZoneId> zones = new HashMap<>();
        standard.forEach((country, its) -> zones.put(country, its.zone()));
        return new SupportTerms(new HoursBook(hours, zones), holidays, targets, services);
    }

    private static void opening(Map<String, OpeningHours> hours, String[] c) {
        String country = country(c[0]);
        OpeningHours before =
                hours.put(country, new OpeningHours(country, ZoneId.of(c[1]), time(c[2]), time(c[3]), weekdays(c[4])));
        if (before != null) {
            throw new IllegalArgumentException(country + " has hours already");
        }
    }

    private static String country(String cell) {
        if (!COUNTRIES.contains(cell)) {
            throw new IllegalArgumentException("'" + cell + "' is no country of ISO 3166, such as SE");
        }
        return cell;
    }

    private static LocalTime time(String cell) {
        return cell.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(cell);
    }

    /** Days and runs of days, such as {@code MON-FRI} or {@code SUN-WED;SAT}. */
    private static Set<DayOfWeek> weekdays(String cell) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : cell.split("[;, ]+", -1)) {
            String[] ends = part.split("-", -1);
            if (ends.length > 2) {
                throw new IllegalArgumentException("'" + part + "' is no run of weekdays, such as MON-FRI");
            }
            DayOfWeek last = weekday(ends[ends.length - 1]);
            for (DayOfWeek day = weekday(ends[0]); ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    private static DayOfWeek weekday(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no weekday, such as MON"));
    }

    private static Duration hours(String cell) {
        BigDecimal minutes = new BigDecimal(cell).multiply(MINUTES).stripTrailingZeros();
        if (minutes.scale() > 0 || minutes.signum() <= 0 || minutes.compareTo(MINUTES_MOST) > 0) {
            throw new IllegalArgumentException("'" + cell + "' hours to an answer cannot be");
        }
        return Duration.ofMinutes(minutes.longValueExact());
    }

    private static Lifecycle lifecycle(String[] c) {
        if (c[0].isEmpty() && c[1].isEmpty()) {
            throw new IllegalArgumentException("neither a service nor a region");
        }
        return Lifecycle.valueOf(c[2]);
    }

    private static NotSupported exception(String[] c) {
        if (c[0].isEmpty()) {
            throw new IllegalArgumentException("no service");
        }
        LocalDate from = LocalDate.parse(c[3]);
        LocalDate through = c[4].isEmpty() ? null : LocalDate.parse(c[4]);
        if (through != null && through.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
        return new NotSupported(c[0], c[1], Kind.valueOf(c[2]), from, through);
    }
}
