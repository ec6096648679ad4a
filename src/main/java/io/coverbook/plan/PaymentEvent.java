package io.coverbook.plan;

import java.time.Instant;

/** An attempt to collect money for a plan, as the payments file tells it (CONTRACT 2.5, X19). */
public record PaymentEvent(Instant at, PaymentResult result) {}
