package io.coverbook.request;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The opening hours of every country: its own, else the usual ones, 09:00 to 17:00 from Monday to Friday (R10, R11).
 *
 * @param own by country
 * @param zones of countries, for those that have no hours of their own
 */
public record HoursBook(Map<String, OpeningHours> own, Map<String, ZoneId> zones) {

    /** North America has one window, by Pacific time, wherever the customer is (R10, P44). */
    private static final Set<String> NORTH_AMERICA = Set.of("US", "CA");

    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    public HoursBook {
        own = Map.copyOf(own);
        zones = Map.copyOf(zones);
    }

    /** Where hours come from. */
    public enum Basis {
        OF_THE_COUNTRY,
        USUAL,
        /** The country or its zone is not known: the usual hours by UTC. */
        USUAL_IN_UTC
    }

    /** The hours that count, and where they come from. */
    public record Found(OpeningHours hours, Basis basis) {}

    public Found of(@Nullable String country) {
        OpeningHours hours = country == null ? null : own.get(country);
        if (hours != null) {
            return new Found(hours, Basis.OF_THE_COUNTRY);
        }
        ZoneId zone = country == null ? null : zones.get(country);
        String name = country == null ? "" : country;
        return new Found(
                new OpeningHours(
                        name, zone == null ? ZoneOffset.UTC : zone, LocalTime.of(9, 0), LocalTime.of(17, 0), WEEK),
                zone == null ? Basis.USUAL_IN_UTC : Basis.USUAL);
    }

    /** Whether a customer's own zone moves the hours: not in North America. */
    public static boolean ownZone(String country) {
        return !NORTH_AMERICA.contains(country);
    }
}
