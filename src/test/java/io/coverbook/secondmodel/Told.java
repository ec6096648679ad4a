package io.coverbook.secondmodel;

import io.coverbook.secondmodel.DayHistory.Saying;
import io.coverbook.secondmodel.ModelFacts.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The versions of one row, and the questions that every kind of row is asked. */
class Told {

    final String id;
    final List<Version> versions;

    private final List<Version> shown;

    Told(String id, List<Version> versions) {
        this.id = id;
        this.versions = versions;
        this.shown = versions.stream().filter(version -> !version.gone()).toList();
    }

    static @Nullable LocalDate date(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }

    static @Nullable Instant instant(String cell) {
        return cell.isEmpty() ? null : OffsetDateTime.parse(cell).toInstant();
    }

    /** The newest version that has cells (A5). */
    Version newest() {
        return shown.get(shown.size() - 1);
    }

    List<Version> shown() {
        return shown;
    }

    String cell(String column) {
        return newest().cell(column);
    }

    boolean gone() {
        return versions.get(versions.size() - 1).gone();
    }

    /** The export that is the first without the row. */
    Instant missingSince() {
        return versions.get(versions.size() - 1).at();
    }

    Instant firstAt() {
        return versions.get(0).at();
    }

    LocalDate firstSeen() {
        return versions.get(0).seen();
    }

    /** A2, A3: a value without a date of its own holds from the day of the export, the first one for ever back. */
    Version on(LocalDate day) {
        Version held = versions.get(0);
        for (Version version : shown) {
            if (!version.seen().isAfter(day)) {
                held = version;
            }
        }
        return held;
    }

    /** A value with a date of its own. */
    DayHistory history(Function<Version, Saying> saying) {
        return DayHistory.of(shown().stream().map(saying).toList(), null);
    }

    /** A status; a missing row says what {@code whenGone} says (A6), and {@code last} are those that close (A8). */
    DayHistory status(Function<Version, Saying> saying, Saying whenGone, List<String> last) {
        List<Saying> sayings =
                new java.util.ArrayList<>(shown().stream().map(saying).toList());
        if (gone()) {
            sayings.add(whenGone);
        }
        sayings.replaceAll(each -> last.contains(each.value()) ? each.closing() : each);
        return DayHistory.of(sayings, "ACTIVE");
    }

    /** The date that a closing names, which is the day before it begins (A8). */
    static LocalDate named(LocalDate begins) {
        return begins.equals(LocalDate.MIN) ? begins : begins.minusDays(1);
    }
}
