package io.coverbook.secondmodel;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The flags that the facts of one run give (G2): states by their latest episode, events by their day. */
final class Findings {

    private final LocalDate asOf;
    private final Map<Key, Flag> found = new TreeMap<>();

    record Key(String code, String type, String id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }
    }

    record Flag(String severity, LocalDate first, @Nullable LocalDate resolved) {}

    Findings(LocalDate asOf) {
        this.asOf = asOf;
    }

    Map<Key, Flag> found() {
        return found;
    }

    /** Of several events of one kind the latest that has happened. */
    void event(Key key, String severity, LocalDate day) {
        if (!day.isAfter(asOf)) {
            found.merge(key, new Flag(severity, day, null), (a, b) -> b.first().isAfter(a.first()) ? b : a);
        }
    }

    /** A state from one day until another, which is null or still to come while it lasts. */
    void state(Key key, String severity, LocalDate from, @Nullable LocalDate until) {
        boolean held = until == null || from.isBefore(until);
        if (held && !from.isAfter(asOf)) {
            LocalDate resolved = until == null || until.isAfter(asOf) ? null : until;
            found.merge(key, new Flag(severity, from, resolved), Findings::latest);
        }
    }

    /** The later of two episodes; both as one where they meet. */
    private static Flag latest(Flag a, Flag b) {
        Flag first = b.first().isBefore(a.first()) ? b : a;
        Flag second = first == a ? b : a;
        if (first.resolved() != null && first.resolved().isBefore(second.first())) {
            return second;
        }
        boolean open = first.resolved() == null || second.resolved() == null;
        boolean longer = !open && first.resolved().isAfter(second.resolved());
        return new Flag(second.severity(), first.first(), open ? null : longer ? first.resolved() : second.resolved());
    }

    /** A state judged day by day, null on days on which it does not hold; severity of the last day it held (G1). */
    void daily(Key key, LocalDate earliest, Function<LocalDate, @Nullable String> severity) {
        LocalDate last = asOf;
        while (!last.isBefore(earliest) && severity.apply(last) == null) {
            last = last.minusDays(1);
        }
        if (last.isBefore(earliest)) {
            return;
        }
        LocalDate first = last;
        while (first.isAfter(earliest) && severity.apply(first.minusDays(1)) != null) {
            first = first.minusDays(1);
        }
        LocalDate resolved = last.equals(asOf) ? null : last.plusDays(1);
        found.merge(key, new Flag(severity.apply(last), first, resolved), Findings::latest);
    }
}
