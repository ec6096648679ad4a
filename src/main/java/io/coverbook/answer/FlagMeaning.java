package io.coverbook.answer;

import io.coverbook.billing.ChargeHold;
import io.coverbook.reconcile.Flag.Severity;
import io.coverbook.reconcile.FlagGuide;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a flag means, for the person who has to act on it (RULES 7).
 *
 * @param effect what the severity does to money and coverage
 * @param raised when the flag comes
 * @param ends when it goes; events say that they stay
 */
public record FlagMeaning(
        String code,
        String sentence,
        String severity,
        String effect,
        String who,
        List<String> rules,
        String raised,
        String ends,
        String remedy) {

    /** The meaning of a code, however it is written. */
    public static Optional<FlagMeaning> of(String word) {
        return Codes.read(word, codes()).flatMap(FlagGuide::of).map(FlagMeaning::of);
    }

    public static List<String> codes() {
        return Arrays.stream(FlagGuide.values()).map(Enum::name).toList();
    }

    private static FlagMeaning of(FlagGuide guide) {
        String advice = Codes.advice(guide.name());
        return new FlagMeaning(
                guide.name(),
                advice.isEmpty() ? guide.raised() : advice,
                guide.severity().name(),
                effect(guide),
                guide.who().words(),
                guide.rules(),
                guide.raised(),
                guide.ends().orElse("it does not: it tells what happened"),
                guide.remedy());
    }

    private static String effect(FlagGuide guide) {
        if (guide.severity() == Severity.BLOCKER) {
            return ChargeHold.valueOf(guide.name()).ofPlan()
                    ? "the plan is held: its charges are not invoiced and it covers nothing until it is cleared"
                    : "the plan goes on and covers; the charges concerned are not invoiced until it is cleared";
        }
        return guide.severity() == Severity.ACTION
                ? "somebody has to act; nothing is stopped meanwhile"
                : "to be known; nobody has to act";
    }
}
