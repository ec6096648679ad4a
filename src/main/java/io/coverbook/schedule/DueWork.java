package io.coverbook.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is due: what the cards ask for by now, less what is recorded. Files not taken, days not reconciled, months not
 * closed, messages not told, each at the time its card would have done it, in that order. A time at which nobody served, or that a change
 * to summer time left out, loses nothing: the work is due at the card's next time.
 */
public final class DueWork {

    /** Further back nothing is looked for when there is no earlier work to go on from. */
    private static final int BACK_DAYS = 400;

    private static final Comparator<Due> IN_ORDER = Comparator.comparing(Due::at)
            .thenComparing(due -> due.card().job())
            .thenComparing(due -> due.card().name());

    /**
     * What was done already.
     *
     * @param anything whether anything was ever imported; before that no day and no month is due
     * @param reconciledOn the latest day reconciled
     * @param firstOpen the earliest month that is not closed and can be
     * @param proposed the month that a good proposal stands for
     * @param purgedAt when the purge was last done
     * @param untold when what waits in the outbox is to be tried next
     * @param waiting by import card, when each complete file in its drop folder was exported
     */
    public record Recorded(
            boolean anything,
            @Nullable LocalDate reconciledOn,
            @Nullable YearMonth firstOpen,
            @Nullable YearMonth proposed,
            @Nullable Instant purgedAt,
            @Nullable Instant untold,
            Map<String, List<Instant>> waiting) {}

    /**
     * The moment at which is asked.
     *
     * @param asked the cards that a person runs at this moment, as if it were one of their times
     */
    public record Moment(Instant at, Set<String> asked) {}

    private final Recorded recorded;
    private final Moment now;
    private final BiPredicate<String, LocalDate> holiday;

    private DueWork(Recorded recorded, Moment now, BiPredicate<String, LocalDate> holiday) {
        this.recorded = recorded;
        this.now = now;
        this.holiday = holiday;
    }

    /**
     * All that is due of the cards, earliest first.
     *
     * @param holiday whether a day is a public holiday of a country
     */
    public static List<Due> of(
            List<JobCard> cards, Recorded recorded, Moment now, BiPredicate<String, LocalDate> holiday) {
        DueWork work = new DueWork(recorded, now, holiday);
        List<Due> due = new ArrayList<>();
        for (JobCard card : cards) {
            switch (card.job()) {
                case IMPORT -> work.files(card, due);
                case RECONCILE -> work.days(card, due);
                case MONTH_END -> work.months(card, due);
                case DELIVER -> work.untold(card, due);
                case PURGE -> work.purge(card, due);
            }
        }
        due.sort(IN_ORDER);
        return due;
    }

    /** The card's first time on or after an instant, if it has come. */
    private Optional<Instant> come(JobCard card, Instant onOrAfter) {
        Optional<Instant> time = card.times().first(onOrAfter).filter(fire -> !fire.isAfter(now.at()));
        boolean asked = now.asked().contains(card.name()) && !onOrAfter.isAfter(now.at());
        return time.isPresent() || !asked ? time : Optional.of(now.at());
    }

    private void files(JobCard card, List<Due> due) {
        List<Instant> times = new ArrayList<>();
        for (Instant exported : recorded.waiting().getOrDefault(card.name(), List.of())) {
            // A file from the future is taken with a warning, not left for years.
            (exported.isAfter(now.at()) ? Optional.of(now.at()) : come(card, exported)).ifPresent(times::add);
        }
        List<Instant> distinct = times.stream().distinct().sorted().toList();
        boolean all = times.size()
                == recorded.waiting().getOrDefault(card.name(), List.of()).size();
        for (int i = 0; i < distinct.size(); i++) {
            boolean last = all && i == distinct.size() - 1;
            due.add(new Due(card, distinct.get(i), distinct.get(i).toString(), last));
        }
    }

    private void days(JobCard card, List<Due> due) {
        if (!recorded.anything()) {
            return;
        }
        LocalDate done = recorded.reconciledOn();
        LocalDate today = LocalDate.ofInstant(now.at(), card.times().zone());
        if (done != null) {
            for (LocalDate day = done.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
                day(card, day, due);
            }
            return;
        }
        // Nothing to go on from: the latest day alone.
        for (int back = 0;
                back < BACK_DAYS && due.stream().noneMatch(one -> one.card().equals(card));
                back++) {
            day(card, today.minusDays(back), due);
        }
    }

    private void day(JobCard card, LocalDate day, List<Due> due) {
        LocalDate worked = card.is("day", "previous") ? day.plusDays(1) : day;
        come(card, worked.atStartOfDay(card.times().zone()).toInstant())
                .ifPresent(at -> due.add(new Due(card, at, day.toString(), true)));
    }

    private void months(JobCard card, List<Due> due) {
        YearMonth month = recorded.firstOpen();
        boolean propose = card.is("invoices", "propose");
        if (!recorded.anything() || month == null || (propose && month.equals(recorded.proposed()))) {
            return;
        }
        Optional<Instant> at = come(card, opens(card, month));
        while (at.isPresent()) {
            due.add(new Due(card, at.get(), month.toString(), true));
            month = month.plusMonths(1);
            // A proposal waits for a person; the month after it waits for that.
            at = propose ? Optional.empty() : come(card, opens(card, month));
        }
    }

    private Instant opens(JobCard card, YearMonth month) {
        return closingDay(card, month).atStartOfDay(card.times().zone()).toInstant();
    }

    /** The n-th business day of the month after. */
    LocalDate closingDay(JobCard card, YearMonth month) {
        String country = card.parameter("country");
        int left = card.number("business-day");
        LocalDate day = month.plusMonths(1).atDay(1);
        while (true) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!weekend && !(!country.isEmpty() && holiday.test(country, day)) && --left == 0) {
                return day;
            }
            day = day.plusDays(1);
        }
    }

    /** The next times at which a card closes months: the first of its times from each closing day on. */
    static List<Instant> closings(JobCard card, Instant after, int most, BiPredicate<String, LocalDate> holiday) {
        Recorded nothing = new Recorded(false, null, null, null, null, null, Map.of());
        DueWork work = new DueWork(nothing, new Moment(after, Set.of()), holiday);
        List<Instant> times = new ArrayList<>();
        YearMonth month = YearMonth.from(after.atZone(card.times().zone())).minusMonths(1);
        for (int i = 0; times.size() < most && i < 2 * most + 1; i++) {
            card.times()
                    .first(work.opens(card, month.plusMonths(i)))
                    .filter(time -> time.isAfter(after))
                    .ifPresent(times::add);
        }
        return times;
    }

    private void untold(JobCard card, List<Due> due) {
        Instant next = recorded.untold();
        if (next != null) {
            come(card, next).ifPresent(at -> due.add(new Due(card, at, next.toString(), true)));
        }
    }

    private void purge(JobCard card, List<Due> due) {
        Instant done = recorded.purgedAt();
        String today = LocalDate.ofInstant(now.at(), card.times().zone()).toString();
        Optional<Instant> at = done == null ? Optional.of(now.at()) : come(card, done.plusSeconds(1));
        at.ifPresent(time -> due.add(new Due(card, time, today, true)));
    }
}
