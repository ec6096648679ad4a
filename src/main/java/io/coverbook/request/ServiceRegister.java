package io.coverbook.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How far services and regions have been released, and where they are not supported yet (R3, R18, R19, R24). */
public final class ServiceRegister {

    /** What an exception is about. */
    public enum Kind {
        GA,
        PREVIEW
    }

    /**
     * A service that is not supported, for a time.
     *
     * @param region empty for every region
     * @param through the last day; empty while nobody knows
     */
    public record NotSupported(
            String service,
            String region,
            Kind kind,
            LocalDate from,
            @Nullable LocalDate through) {

        boolean on(LocalDate day) {
            return !day.isBefore(from) && (through == null || !day.isAfter(through));
        }
    }

    /** How far a service is released, and whether the register knows it. */
    public record Release(Lifecycle lifecycle, boolean known) {}

    private final Map<String, Map<String, Lifecycle>> lifecycles = new HashMap<>();
    private final List<NotSupported> exceptions = new ArrayList<>();
    private final Map<String, String> names = new TreeMap<>();

    /**
     * Notes how far something is released.
     *
     * @param service empty for a region as a whole
     * @param region empty for every region
     */
    public void released(String service, String region, Lifecycle lifecycle) {
        Lifecycle before = lifecycles
                .computeIfAbsent(plain(service), name -> new HashMap<>())
                .putIfAbsent(plain(region), lifecycle);
        if (before != null) {
            throw new IllegalArgumentException("said twice for this service and region");
        }
        names.put(plain(service), service);
    }

    public void exception(NotSupported exception) {
        exceptions.add(exception);
        names.putIfAbsent(plain(exception.service()), exception.service());
    }

    /** The names of all services that it knows. */
    public List<String> services() {
        return new TreeSet<>(names.values())
                .stream().filter(name -> !name.isEmpty()).toList();
    }

    /** The less open of the service's release, there or everywhere, and the region's; unknown counts as released (R19). */
    public Release release(@Nullable String service, @Nullable String region) {
        Map<String, Lifecycle> ofService = lifecycles.getOrDefault(plain(service == null ? "" : service), Map.of());
        Lifecycle own = service == null || service.isBlank() ? null : find(ofService, region);
        Lifecycle place = region == null || region.isBlank()
                ? null
                : lifecycles.getOrDefault("", Map.of()).get(plain(region));
        boolean known = own != null || service == null || service.isBlank();
        Lifecycle result = own == null ? Lifecycle.GA : own;
        return new Release(place != null && place.compareTo(result) > 0 ? place : result, known);
    }

    private static @Nullable Lifecycle find(Map<String, Lifecycle> regions, @Nullable String region) {
        Lifecycle there = region == null ? null : regions.get(plain(region));
        return there == null ? regions.get("") : there;
    }

    /** The exception that meets a request on the day, if one does. */
    public @Nullable NotSupported exception(
            @Nullable String service, @Nullable String region, Kind kind, LocalDate day) {
        if (service == null) {
            return null;
        }
        for (NotSupported exception : exceptions) {
            boolean place = exception.region().isEmpty()
                    || (region != null && plain(exception.region()).equals(plain(region)));
            if (place
                    && exception.kind() == kind
                    && plain(exception.service()).equals(plain(service))
                    && exception.on(day)) {
                return exception;
            }
        }
        return null;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
