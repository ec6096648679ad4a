package io.coverbook.secondmodel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recorded charge: one per plan and term, whatever becomes of it (X2, C1). */
final class Charge {

    final String plan;
    final int term;

    /** The number of the run that recorded it. */
    final int run;

    Content content;
    String state = "";

    @Nullable YearMonth posting;

    @Nullable String hold;

    @Nullable String invoice;

    /** Why it was credited, and whether a note has been written. */
    String reason = "";

    boolean noted;

    /** What a charge says; the amount is null without a price. */
    record Content(
            LocalDate from,
            LocalDate through,
            String tier,
            @Nullable BigDecimal amount,
            String currency,
            Scope scope) {}

    Charge(String plan, int term, Content content, int run) {
        this.plan = plan;
        this.term = term;
        this.content = content;
        this.run = run;
    }

    boolean held(String reason) {
        return is("HELD") && reason.equals(hold);
    }

    boolean late() {
        return posting != null && posting.isAfter(YearMonth.from(content.from()));
    }

    boolean is(String... states) {
        return List.of(states).contains(state);
    }

    List<String> row() {
        return List.of(
                plan,
                "" + term,
                content.from().toString(),
                content.from().toString(),
                content.through().toString(),
                content.tier(),
                content.amount() == null ? "" : content.amount().toPlainString(),
                content.currency(),
                state,
                posting == null ? "" : posting.toString(),
                "" + late(),
                hold == null ? "" : hold);
    }
}
