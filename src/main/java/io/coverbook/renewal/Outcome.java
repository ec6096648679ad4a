package io.coverbook.renewal;

/** How a term began, or why it did not (RULES 4.3). The endings stand in the order in which they win (B11). */
public enum Outcome {
    FIRST,
    RENEWED,
    RENEWED_PAST_DUE,
    CONTINUES,
    HELD,
    ENDED_CANCELLED,
    ENDED_UPGRADED,
    ENDED_ACCOUNT_CLOSED,
    ENDED_NONPAYMENT,
    ENDED_AGREEMENT,
    ENDED_CONTRACT
}
