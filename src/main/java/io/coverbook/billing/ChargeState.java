package io.coverbook.billing;

import org.jspecify.annotations.Nullable;

/** Where a charge stands (DECISIONS C1, L1). */
public enum ChargeState {
    OPEN,
    HELD,
    VOIDED,
    INVOICED,
    CREDITED;

    /**
     * What a recorded charge becomes when the facts now ask for {@code desired} (OPEN, HELD, or nothing at all). An
     * invoiced charge that nothing asks for any more is credited; a credited one never changes again.
     */
    public ChargeState next(@Nullable ChargeState desired) {
        return switch (this) {
            case CREDITED -> CREDITED;
            case INVOICED -> desired == null ? CREDITED : INVOICED;
            case OPEN, HELD, VOIDED -> desired == null ? VOIDED : desired;
        };
    }
}
