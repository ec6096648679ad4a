package io.coverbook.secondmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cancellations of a plan, as the exports told them one after the other (B1, X7, X8, X15, C7). */
final class Cancellations {

    private final LocalDate anchor;
    private final int limit;
    private final List<Cancellation> all = new ArrayList<>();
    private boolean shownWithout;

    /**
     * What one export said: cancelled at {@code cancel}, and switched on again at {@code on}; {@code anew} where what the
     * export before told as cancelled is undone, so that this is a wish of its own (H2).
     */
    record Saying(
            Instant at, @Nullable Instant cancel, @Nullable Instant on, boolean anew) {
        Saying(Instant at, @Nullable Instant cancel, @Nullable Instant on) {
            this(at, cancel, on, false);
        }
    }

    /** A cancellation from {@code instant}, until it was withdrawn. */
    static final class Cancellation {
        final Instant told;
        final Instant seen;
        final boolean late;
        final boolean review;

        /** What the plan's end was told to be before, when this gave it an earlier day. */
        private final @Nullable Cancellation former;

        @Nullable Instant withdrawn;

        private boolean settled;

        private Cancellation(Instant told, Instant seen, int limit, @Nullable Known known) {
            this.told = told;
            this.seen = seen;
            LocalDate day = ModelFacts.day(told);
            this.late = known != null && day.isBefore(ModelFacts.day(seen));
            this.review = late && day.plusDays(limit).isBefore(ModelFacts.day(seen));
            this.former = known == null ? null : known.former();
        }

        /** X15: one that came too late ends the plan only from when it was seen, and leaves an end that was known. */
        Instant instant() {
            if (!review) {
                return told;
            }
            return former != null && former.instant().isBefore(seen) ? former.instant() : seen;
        }

        /** This one, and those that still matter because it came too late to take their place. */
        List<Cancellation> withFormer() {
            List<Cancellation> all = new ArrayList<>(List.of(this));
            if (review && former != null) {
                all.addAll(former.withFormer());
            }
            return all;
        }

        LocalDate day() {
            return ModelFacts.day(instant());
        }

        boolean stands() {
            return withdrawn == null;
        }

        /** Cancelled by then, and never taken back. */
        boolean standsAt(Instant when) {
            return stands() && !instant().isAfter(when);
        }
    }

    /** An earlier export showed the plan, not with this cancellation (C7) but perhaps with another. */
    private record Known(@Nullable Cancellation former) {}

    private Cancellations(LocalDate anchor, int limit) {
        this.anchor = anchor;
        this.limit = limit;
    }

    /** {@code anchor} is the start of the plan on which the cancellations act. */
    static List<Cancellation> of(List<Saying> sayings, LocalDate anchor, int limit) {
        Cancellations heard = new Cancellations(anchor, limit);
        sayings.forEach(heard::hear);
        return heard.all;
    }

    private void hear(Saying saying) {
        Cancellation last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (saying.cancel() == null) {
            shownWithout = true;
            if (last != null && last.stands()) {
                boolean told = saying.on() != null && saying.on().isAfter(last.told);
                withdraw(last, told ? Objects.requireNonNull(saying.on()) : saying.at());
            }
            return;
        }
        if (last == null || !last.told.equals(saying.cancel())) {
            Cancellation former = null;
            if (last != null && last.stands() && !last.settled) {
                if (saying.cancel().isBefore(last.told) && !saying.anew()) {
                    all.remove(last);
                    former = last;
                } else if (saying.on() != null
                        && saying.on().isAfter(last.told)
                        && saying.on().isBefore(nextTerm(last))) {
                    withdraw(last, saying.on());
                } else if (saying.at().isBefore(nextTerm(last))) {
                    all.remove(last);
                }
            }
            Known known = shownWithout || last != null ? new Known(former) : null;
            last = new Cancellation(saying.cancel(), saying.at(), limit, known);
            all.add(last);
        }
        if (saying.on() != null && saying.on().isAfter(last.told)) {
            withdraw(last, saying.on());
        }
    }

    /** Before the first term that would begin after the cancellation; from then on it is too late for ever (E33). */
    private void withdraw(Cancellation cancellation, Instant when) {
        if (cancellation.stands() && when.isBefore(nextTerm(cancellation))) {
            cancellation.withdrawn = when;
        } else {
            cancellation.settled = true;
        }
    }

    private Instant nextTerm(Cancellation cancellation) {
        int k = 0;
        while (!ModelFacts.midnight(anchor.plusMonths(k)).isAfter(cancellation.instant())) {
            k++;
        }
        return ModelFacts.midnight(anchor.plusMonths(k));
    }
}
