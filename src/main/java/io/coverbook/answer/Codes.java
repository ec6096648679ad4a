package io.coverbook.answer;

import io.coverbook.billing.ChargeHold;
import io.coverbook.billing.ChargeState;
import io.coverbook.billing.InvoiceStatus;
import io.coverbook.plan.AgreementStatus;
import io.coverbook.plan.Tier;
import io.coverbook.reconcile.Flag;
import io.coverbook.reconcile.FlagCode;
import io.coverbook.reconcile.Notice;
import io.coverbook.reconcile.Verdict;
import io.coverbook.renewal.PlanStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The codes that lists can be narrowed by, and what flags and holds mean. */
public final class Codes {

    /** The codes of one kind. */
    public enum Of {
        PLAN_STATUS(PlanStatus.class),
        TIER(Tier.class),
        CHARGE_STATE(ChargeState.class),
        CHARGE_HOLD(ChargeHold.class),
        INVOICE_STATUS(InvoiceStatus.class),
        AGREEMENT_STATUS(AgreementStatus.class),
        VERDICT(Verdict.class),
        FLAG(FlagCode.class),
        SEVERITY(Flag.Severity.class),
        NOTICE(Notice.Kind.class);

        private final String names;

        Of(Class<? extends Enum<?>> codes) {
            names = Arrays.stream(codes.getEnumConstants()).map(Enum::name).collect(Collectors.joining(","));
        }

        public List<String> names() {
            return List.of(names.split(","));
        }

        /** The code that is meant, read like the enum values of exports: case, blanks, - and _ do not matter. */
        public Optional<String> read(String word) {
            return Codes.read(word, names());
        }
    }

    private Codes() {}

    static Optional<String> read(String word, List<String> names) {
        return names.stream().filter(name -> plain(name).equals(plain(word))).findFirst();
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "");
    }

    /** What a flag or hold means and what to do; empty for a code that is neither. */
    public static String advice(String code) {
        return Arrays.stream(FlagCode.values())
                .filter(flag -> flag.name().equals(code))
                .map(FlagCode::advice)
                .findFirst()
                .orElse("");
    }
}
