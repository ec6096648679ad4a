package io.coverbook.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Decides the last day of a seller's contract (B5, P25). */
public final class ContractEnd {

    private ContractEnd() {}

    /**
     * As exported, else twelve months; the end of an agreement caps it unless the plan began later still.
     *
     * @param agreementEnd the last day of the agreement, empty for a plan of an account
     */
    public static LocalDate decide(
            LocalDate start, @Nullable LocalDate exported, @Nullable LocalDate agreementEnd, Policies policies) {
        LocalDate end = exported != null
                ? exported
                : start.plusMonths(policies.sellerDefaultMonths()).minusDays(1);
        boolean capped = agreementEnd != null && !start.isAfter(agreementEnd) && end.isAfter(agreementEnd);
        return capped && agreementEnd != null ? agreementEnd : end;
    }
}
