package io.coverbook.request;

import io.coverbook.entitlement.Cover.Source;
import io.coverbook.entitlement.CoverReason;
import io.coverbook.entitlement.SupportTier;
import org.jspecify.annotations.Nullable;

/**
 * The support that a subscription has on the day of a request.
 *
 * @param technical whether it may be used that day
 * @param planId the plan that covers, if one does
 */
public record DayCover(
        SupportTier tier,
        Source source,
        boolean technical,
        CoverReason reason,
        @Nullable String planId) {

    /** Whether a plan that is paid for covers; one that was ordered stands for it (R44, P33). */
    public boolean paid() {
        return technical && (source == Source.PLAN || source == Source.TEMPORARY);
    }
}
