package io.coverbook.request;

import io.coverbook.plan.Tier;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How soon somebody answers, by plan and severity, as it was promised on a day (R4, R39). */
public final class ResponseTargets {

    /** What counts towards the target. */
    public enum Counting {
        /** Every hour. */
        WALL,
        /** Open time only. */
        BUSINESS
    }

    /** Within how long, and of what. */
    public record Target(Duration within, Counting counting) {}

    private final Map<Tier, Map<Severity, TreeMap<LocalDate, Target>>> targets = new EnumMap<>(Tier.class);

    public void target(Tier tier, Severity severity, LocalDate from, Target target) {
        Target before = targets.computeIfAbsent(tier, key -> new EnumMap<>(Severity.class))
                .computeIfAbsent(severity, key -> new TreeMap<>())
                .putIfAbsent(from, target);
        if (before != null) {
            throw new IllegalArgumentException("said twice for this tier, severity and day");
        }
    }

    /** Empty where nothing is promised, as for Developer above C, or is a matter of the contract (R4). */
    public Optional<Target> of(Tier tier, Severity severity, LocalDate on) {
        Map.Entry<LocalDate, Target> found = targets.getOrDefault(tier, Map.of())
                .getOrDefault(severity, new TreeMap<>())
                .floorEntry(on);
        return found == null ? Optional.empty() : Optional.of(found.getValue());
    }
}
