package io.coverbook.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the wishes to end a plan, each with the day it was taken back if it was, out of what exports told (B1). */
final class CancellationHistory {

    /**
     * What one export told about the plan's end.
     *
     * @param wish empty when it told of none
     * @param off renewal is off beside the wish, so one that was switched off before it still is
     * @param undated the wish has no day of its own, so the first export that showed it keeps its day
     * @param switchedOn when renewal was switched on, if the export says so
     */
    record Word(
            Instant exportedAt,
            @Nullable Cancellation wish,
            boolean off,
            boolean undated,
            @Nullable Instant switchedOn) {}

    private CancellationHistory() {}

    /** @param words in order of export */
    static List<Cancellation> of(List<Word> words) {
        List<Cancellation> all = new ArrayList<>();
        List<Cancellation> open = new ArrayList<>();
        boolean undated = false;
        for (Word word : words) {
            Cancellation wish = word.wish();
            if (wish == null) {
                open.forEach(each -> all.add(takenBack(word, each, lastTold(each, open))));
                open.clear();
                undated = false;
            } else if (word.undated()) {
                // Beside a dated wish it counts only if that one does not, so it comes after it; and a row that
                // vanishes is a further wish after a switch.
                boolean told = undated && open.stream().anyMatch(each -> each.autoRenewOff() == wish.autoRenewOff());
                if (!told && open.stream().noneMatch(wish::equals)) {
                    open.add(wish);
                }
                undated = true;
            } else if (open.stream().noneMatch(each -> sameInstant(each, wish) && sameKind(each, wish))) {
                anew(word, wish, open, all);
                undated = false;
            }
        }
        all.addAll(open);
        return List.copyOf(all);
    }

    /** A wish that was not told before: it replaces or corrects those that are open, or stands beside them. */
    private static void anew(Word word, Cancellation wish, List<Cancellation> open, List<Cancellation> all) {
        List<Cancellation> before = List.copyOf(open);
        Cancellation told = wish;
        open.clear();
        for (Cancellation each : before) {
            // A request corrects no switch: beside it the switch stands while renewal is off, for the request may be
            // refused; and so does a switch at the instant of a request (R64, X6a).
            boolean switched = each.autoRenewOff() && !wish.autoRenewOff();
            boolean together = sameInstant(each, wish);
            if ((switched && word.off()) || (together && wish.autoRenewOff())) {
                open.add(each);
            } else if (!switched && corrects(wish, each)) {
                open.add(each.corrected(wish.at()));
            } else {
                Cancellation back = takenBack(word, each, lastTold(each, before));
                all.add(!switched && wish.at().isBefore(each.at()) ? back.corrected(wish.at()) : back);
                told = together ? wish.seenWith(each) : told; // known since the switch was
            }
        }
        open.add(told);
    }

    private static boolean sameInstant(Cancellation a, Cancellation b) {
        return a.at().equals(b.at());
    }

    private static boolean sameKind(Cancellation a, Cancellation b) {
        return a.autoRenewOff() == b.autoRenewOff();
    }

    /**
     * An export with an earlier date corrects it, and as that may come too late to be credited, what was told before stands
     * beside it (C7), unless the same export takes the correction back: then it is taken back with it.
     */
    private static boolean corrects(Cancellation wish, Cancellation open) {
        return wish.at().isBefore(open.at()) && wish.withdrawnAt() == null;
    }

    /** The instant of the wish, by the last correction of it. */
    private static Instant lastTold(Cancellation wish, List<Cancellation> open) {
        Instant earlier = wish.correctedTo();
        return earlier == null
                ? wish.at()
                : open.stream()
                        .filter(each -> each.at().equals(earlier))
                        .findFirst()
                        .map(each -> lastTold(each, open))
                        .orElse(earlier);
    }

    /**
     * By the switch if that came after it, or after the earlier date that this export or one before gave it; else by the
     * export. What was told as taken back before stays so.
     *
     * @param last its instant by the exports before
     */
    private static Cancellation takenBack(Word word, Cancellation open, Instant last) {
        if (open.withdrawnAt() != null) {
            return open;
        }
        Instant on = word.switchedOn();
        Cancellation wish = word.wish();
        boolean corrected =
                wish != null && wish.withdrawnAt() != null && wish.at().isBefore(open.at());
        Instant since = on != null && (corrected || on.isAfter(last)) ? on : word.exportedAt();
        return open.withdrawn(since, word.exportedAt());
    }
}
