package io.coverbook.ingest;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.coverbook.request.Holidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of a country as a whole, not of its parts (R10, R11): those of the file for every year of a country
 * that the file knows, and those of the library for all others.
 */
final class PublicHolidays implements Holidays {

    private final Map<String, Map<Integer, Map<LocalDate, String>>> own = new HashMap<>();
    private final Map<String, Map<LocalDate, String>> calendars = new ConcurrentHashMap<>();

    void holiday(String country, LocalDate day, String name) {
        String before = own.computeIfAbsent(country, key -> new HashMap<>())
                .computeIfAbsent(day.getYear(), key -> new HashMap<>())
                .put(day, name.isEmpty() ? "holiday" : name);
        if (before != null) {
            throw new IllegalArgumentException("that day stands there twice");
        }
    }

    @Override
    public Source source(String country, int year) {
        if (own.getOrDefault(country, Map.of()).containsKey(year)) {
            return Source.REFERENCE_FILE;
        }
        return inLibrary(country) ? Source.LIBRARY : Source.NONE;
    }

    @Override
    public @Nullable String on(String country, LocalDate day) {
        Map<LocalDate, String> year = own.getOrDefault(country, Map.of()).get(day.getYear());
        if (year == null) {
            year = inLibrary(country)
                    ? calendars.computeIfAbsent(country + day.getYear(), key -> calendar(country, day.getYear()))
                    : Map.of();
        }
        return year.get(day);
    }

    private static boolean inLibrary(String country) {
        return country.length() == 2
                && PublicHolidays.class
                                .getClassLoader()
                                .getResource("holidays/Holidays_" + country.toLowerCase(Locale.ROOT) + ".xml")
                        != null;
    }

    private static Map<LocalDate, String> calendar(String country, int year) {
        HolidayManager library = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        Map<LocalDate, String> days = new HashMap<>();
        for (Holiday holiday : library.getHolidays(Year.of(year))) {
            if (holiday.getType() != HolidayType.OBSERVANCE) {
                days.put(holiday.getDate(), holiday.getDescription(Locale.ENGLISH));
            }
        }
        return days;
    }
}
