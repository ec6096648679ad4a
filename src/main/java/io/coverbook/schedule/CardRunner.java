package io.coverbook.schedule;

import io.coverbook.batch.Operations.Standing;
import io.coverbook.batch.StopSign;
import io.coverbook.schedule.CardWork.Said;
import io.coverbook.schedule.DueWork.Moment;
import io.coverbook.schedule.DueWork.Recorded;
import io.coverbook.store.ScheduleStore;
import io.coverbook.store.ScheduleStore.Last;
import io.coverbook.store.ScheduleStore.Pause;
import io.coverbook.store.ScheduleStore.Piece;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works off what is due, one piece after the other in order of time, looking anew after each. One program at a time does
 * so, and a second one finds it done; whoever wakes it, a person or the schedule, the same commands are given.
 */
public final class CardRunner {

    /** Exit codes after which nothing has to be told: done, or done with rows rejected (L9). */
    private static final Set<Integer> GOOD = Set.of(0, 3);

    private static final int NEXT_TIMES = 5;
    private static final int BUSY = 75;
    private static final int STOPPED = 143;

    private final JobCards cards;
    private final CardWork work;
    private final ScheduleStore store;
    private final Setting setting;

    /**
     * Where this runs.
     *
     * @param node the name of this program among those that serve the schedule
     */
    public record Setting(Clock clock, StopSign stop, String node) {}

    /** What was done, and the exit code of it all: of what stopped it, else the highest. */
    public record Outcome(int code, List<Done> done) {}

    /** A piece of work that was done, and how. */
    public record Done(Due due, Said said) {}

    /**
     * Who wakes the runner and for what.
     *
     * @param cards whose work is wanted
     * @param bound the one of them beyond whose work nothing is done, empty when all are alike
     * @param asked whether a person asks, so that now counts as one of the times of the card
     */
    private record Call(List<JobCard> cards, String bound, boolean asked) {}

    public CardRunner(JobCards cards, CardWork work, ScheduleStore store, Setting setting) {
        this.cards = cards;
        this.work = work;
        this.store = store;
        this.setting = setting;
    }

    /** Works off one card, and before it what is due earlier of the cards that it comes after. */
    public Outcome run(JobCard card, boolean asked) {
        Map<String, Pause> pauses = store.pauses();
        if (!asked && paused(pauses, card)) {
            return new Outcome(0, List.of());
        }
        List<JobCard> together = new ArrayList<>(List.of(card));
        for (String earlier : card.after()) {
            JobCard other = cards.required(earlier);
            if (!paused(pauses, other)) {
                together.add(other);
            }
        }
        return work(new Call(together, card.name(), asked));
    }

    /** Works off all cards that are not paused. What failed since its last time is left for its next one. */
    public Outcome catchUp() {
        Map<String, Pause> pauses = store.pauses();
        return work(new Call(
                cards.all().stream().filter(card -> !paused(pauses, card)).toList(), "", false));
    }

    private static boolean paused(Map<String, Pause> pauses, JobCard card) {
        Pause last = pauses.get(card.name());
        return last != null && last.paused();
    }

    /** Every card as it stands; only looks. */
    public List<CardState> states() {
        Instant now = setting.clock().instant();
        List<Due> due = due(new Call(cards.all(), "", false));
        Map<String, Last> last = store.last();
        Map<String, Long> usual = store.usual();
        Map<String, Pause> pauses = store.pauses();
        List<CardState> states = new ArrayList<>();
        for (JobCard card : cards.all()) {
            List<Instant> next = card.job() == CardJob.MONTH_END
                    ? DueWork.closings(card, now, NEXT_TIMES, work::holiday)
                    : card.times().next(now, NEXT_TIMES);
            List<Due> own = due.stream().filter(one -> one.card().equals(card)).toList();
            Pause pause = paused(pauses, card) ? pauses.get(card.name()) : null;
            states.add(new CardState(card, next, own, last.get(card.name()), usual.get(card.name()), pause));
        }
        return states;
    }

    private List<Due> due(Call call) {
        Instant now = setting.clock().instant();
        Standing standing = work.standing(lastMonth(now));
        Map<String, List<Instant>> waiting = new HashMap<>();
        Instant purged = null;
        Instant untold = null;
        for (JobCard card : call.cards()) {
            if (card.job() == CardJob.IMPORT) {
                waiting.put(card.name(), work.waiting(card));
            }
            if (card.job() == CardJob.DELIVER) {
                untold = work.untold().orElse(null);
            }
            if (card.job() == CardJob.PURGE) {
                purged = store.lastDone(card.name()).orElse(null);
            }
        }
        Recorded recorded = new Recorded(
                standing.anything(),
                standing.reconciledOn(),
                standing.firstOpen(),
                standing.proposed(),
                purged,
                untold,
                waiting);
        Set<String> asked = call.asked() ? Set.of(call.bound()) : Set.of();
        return DueWork.of(call.cards(), recorded, new Moment(now, asked), work::holiday);
    }

    private static YearMonth lastMonth(Instant now) {
        return YearMonth.from(LocalDate.ofInstant(now, ZoneOffset.UTC)).minusMonths(1);
    }

    private Outcome work(Call call) {
        Optional<ScheduleStore.Lock> free = store.lock();
        if (free.isEmpty()) {
            Said busy = new Said(BUSY, "another program is working through the schedule; try again when it is done");
            return new Outcome(BUSY, call.asked() ? List.of(new Done(nothing(call), busy)) : List.of());
        }
        try (ScheduleStore.Lock lock = free.get()) {
            store.abandon(setting.clock().instant());
            return setting.stop().during(() -> workOff(call, lock));
        }
    }

    private Due nothing(Call call) {
        return new Due(call.cards().get(0), setting.clock().instant(), "", true);
    }

    private Outcome workOff(Call call, ScheduleStore.Lock lock) {
        List<Done> done = new ArrayList<>();
        Set<String> closed = new HashSet<>();
        int code = 0;
        Optional<Due> next = next(call, closed);
        while (next.isPresent()) {
            lock.check();
            Due due = next.get();
            Said said = step(due, call.asked());
            done.add(new Done(due, said));
            code = Math.max(code, said.code());
            closed.add(key(due));
            boolean bad = !GOOD.contains(said.code());
            if (bad) {
                closed.add(due.card().name());
            }
            boolean over = (said.code() == BUSY && due.card().job() != CardJob.IMPORT)
                    || said.code() == STOPPED
                    || setting.stop().raised()
                    || (bad && due.card().name().equals(call.bound()));
            next = over ? Optional.empty() : next(call, closed);
        }
        return new Outcome(code, done);
    }

    private static String key(Due due) {
        return due.card().name() + " " + due.about();
    }

    /** The earliest due piece that was not done in this call, of a card that did not fail in it. */
    private Optional<Due> next(Call call, Set<String> closed) {
        List<Due> due = due(call);
        Map<String, Last> last = store.last();
        Instant until = due.stream()
                .filter(one -> one.card().name().equals(call.bound()))
                .map(Due::at)
                .reduce(Instant.MIN, (a, b) -> a.isAfter(b) ? a : b);
        return due.stream()
                .filter(one -> !closed.contains(one.card().name()) && !closed.contains(key(one)))
                .filter(one -> call.bound().isEmpty() || !one.at().isAfter(until))
                .filter(one -> one.card().name().equals(call.bound())
                        || !tried(one, last.get(one.card().name())))
                .findFirst();
    }

    /** Whether this very work was tried, and none of the card's times has come since. */
    private boolean tried(Due due, @Nullable Last last) {
        if (last == null || !last.piece().about().equals(due.about())) {
            return false;
        }
        Integer code = last.code();
        boolean cutShort = code == null || code == BUSY || code == STOPPED || code == ScheduleStore.GONE;
        Instant now = setting.clock().instant();
        return !cutShort
                && due.card()
                        .times()
                        .first(last.startedAt().plusSeconds(1))
                        .filter(time -> !time.isAfter(now))
                        .isEmpty();
    }

    private Said step(Due due, boolean asked) {
        Piece piece = new Piece(due.card().name(), due.about(), asked, work.actor(), setting.node());
        long run = store.begin(piece, setting.clock().instant());
        Said said = work.say(words(due, work.drop(due.card())));
        store.finish(run, setting.clock().instant(), said.code(), said.text());
        return said;
    }

    /** The command that does the work, as a person would give it. */
    static List<String> words(Due due, String drop) {
        JobCard card = due.card();
        List<String> words = new ArrayList<>(List.of(card.job().label()));
        switch (card.job()) {
            case IMPORT -> {
                words.addAll(List.of("--drop", drop, "--settle", card.parameter("settle-seconds")));
                words.addAll(List.of("--tolerate-rejects", card.parameter("tolerate-rejects")));
                if (!due.last()) {
                    words.addAll(List.of("--until", due.about()));
                }
            }
            case RECONCILE -> words.addAll(List.of("--as-of", due.about()));
            case MONTH_END -> {
                words.add(due.about());
                if (card.is("invoices", "propose")) {
                    words.add("--preview");
                }
                if (card.is("require-fresh", "true")) {
                    words.add("--require-fresh");
                }
            }
            case DELIVER -> {
                // It asks the outbox itself.
            }
            case PURGE -> words.addAll(List.of("--keep-days", card.parameter("keep-days")));
        }
        String holds = card.parameters().getOrDefault("tolerate-holds", "");
        if (!holds.isEmpty()) {
            words.addAll(List.of("--tolerate-holds", holds));
        }
        return words;
    }
}
