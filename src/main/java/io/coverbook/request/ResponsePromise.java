package io.coverbook.request;

import io.coverbook.request.ResponseTargets.Counting;
import io.coverbook.request.ResponseTargets.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which language a request is answered, when, and by when at the latest (R6 to R11, R25, R39, P44, P45).
 *
 * @param language whose window it is: the one asked for, English where support is not given in it
 * @param offered whether support is given in the language asked for
 * @param open whether that window is open when the request is submitted
 * @param answersIn who answers by the choice that counts
 * @param choice what was chosen or holds by default, empty where there is nothing to choose
 * @param starts when somebody can begin; empty when no opening is in sight
 * @param deadline empty where nothing is promised
 * @param counting what the deadline counts
 * @param options what can be chosen from while the window is closed
 */
public record ResponsePromise(
        SupportLanguage language,
        boolean offered,
        SupportWindow window,
        boolean open,
        SupportLanguage answersIn,
        boolean translationOnRequest,
        @Nullable Choice choice,
        Optional<Instant> starts,
        Optional<Instant> deadline,
        @Nullable Counting counting,
        List<Option> options) {

    /** What a customer can do while nobody speaks the language (R9). */
    public enum Choice {
        ENGLISH_NOW,
        WAIT_NEXT_BUSINESS_DAY
    }

    /** A choice with what comes of it. */
    public record Option(Choice choice, Optional<Instant> starts, Optional<Instant> deadline) {}

    /**
     * What is asked for.
     *
     * @param preview whether it is about a public preview, which is supported in English alone (R25)
     * @param target of the plan; empty where nothing is promised
     */
    public record Wish(
            Locale language,
            Severity severity,
            boolean preview,
            @Nullable Choice choice,
            @Nullable Target target,
            Instant at) {}

    /** When somebody begins, and by when. */
    private record Course(
            Optional<Instant> starts,
            Optional<Instant> deadline,
            @Nullable Counting counting) {}

    public static ResponsePromise decide(Wish wish, BusinessClock clock) {
        Optional<SupportLanguage> own = SupportLanguage.of(wish.language());
        SupportLanguage language = wish.preview() ? SupportLanguage.ENGLISH : own.orElse(SupportLanguage.ENGLISH);
        SupportWindow window = wish.preview() && wish.severity() == Severity.C
                ? SupportWindow.BUSINESS_HOURS
                : language.window(wish.severity());
        boolean open = window == SupportWindow.AROUND_THE_CLOCK || clock.open(wish.at());
        boolean choosing = !open && language != SupportLanguage.ENGLISH;
        Choice choice = choice(wish, choosing, language);
        boolean english = language == SupportLanguage.ENGLISH || choice == Choice.ENGLISH_NOW;
        Course course = choice == Choice.ENGLISH_NOW ? englishNow(wish, clock) : course(wish, window, clock);
        return new ResponsePromise(
                language,
                own.isPresent(),
                window,
                open,
                english ? SupportLanguage.ENGLISH : language,
                english && !own.equals(Optional.of(SupportLanguage.ENGLISH)),
                choice,
                course.starts(),
                course.deadline(),
                course.counting(),
                choosing ? options(wish, clock) : List.of());
    }

    /** A choice that is made counts; else English at once for A and B and waiting for C while the window is closed (P44). */
    private static @Nullable Choice choice(Wish wish, boolean choosing, SupportLanguage language) {
        if (choosing) {
            Choice usual = wish.severity() == Severity.C ? Choice.WAIT_NEXT_BUSINESS_DAY : Choice.ENGLISH_NOW;
            return wish.choice() == null ? usual : wish.choice();
        }
        boolean english = language == SupportLanguage.ENGLISH;
        return wish.choice() == Choice.ENGLISH_NOW && !english ? Choice.ENGLISH_NOW : null;
    }

    private static List<Option> options(Wish wish, BusinessClock clock) {
        Course now = englishNow(wish, clock);
        Course later = course(wish, SupportWindow.BUSINESS_HOURS, clock);
        return List.of(
                new Option(Choice.ENGLISH_NOW, now.starts(), now.deadline()),
                new Option(Choice.WAIT_NEXT_BUSINESS_DAY, later.starts(), later.deadline()));
    }

    /** English never closes, but on a public preview's minor problems (P45). */
    private static Course englishNow(Wish wish, BusinessClock clock) {
        return course(wish, SupportWindow.AROUND_THE_CLOCK, clock);
    }

    /** Targets in business hours count open time in any window; the others do so where the window has hours (P44). */
    private static Course course(Wish wish, SupportWindow window, BusinessClock clock) {
        boolean closes = window == SupportWindow.BUSINESS_HOURS;
        Optional<Instant> starts = closes ? clock.opening(wish.at()) : Optional.of(wish.at());
        Target target = wish.target();
        if (target == null) {
            return new Course(starts, Optional.empty(), null);
        }
        return closes || target.counting() == Counting.BUSINESS
                ? new Course(starts, clock.plus(wish.at(), target.within()), Counting.BUSINESS)
                : new Course(starts, Optional.of(wish.at().plus(target.within())), Counting.WALL);
    }

    /** What was kept of the promise: the time until an engineer began to work, by the clock that counts (R39). */
    public record Kept(Duration elapsed, boolean inTime) {}

    /** Empty where nothing was promised. An automatic answer is no contact. */
    public Optional<Kept> kept(Instant submitted, Instant contacted, BusinessClock clock) {
        Counting counted = counting;
        if (counted == null || deadline.isEmpty()) {
            return Optional.empty();
        }
        Duration elapsed = counted == Counting.BUSINESS
                ? clock.between(submitted, contacted)
                : Duration.between(submitted, contacted);
        return Optional.of(new Kept(elapsed, !contacted.isAfter(deadline.get())));
    }
}
