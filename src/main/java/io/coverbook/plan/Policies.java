package io.coverbook.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The choices that the source leaves open (RULES 6), at the defaults decided there unless configured otherwise. */
public record Policies(
        ZoneId zone,
        @Nullable YearMonth firstMonth,
        boolean secondPerson,
        BigDecimal maxRejects,
        BigDecimal maxShrink,
        int invoiceDayDefault,
        int invoiceDayEa,
        int wireTermsDays,
        int cancellationBackdatingDays,
        int sellerDefaultMonths,
        int pendingOrderDays,
        int temporarySupportDays,
        int maxTermsPerPlan,
        List<Integer> noticeLeadDays) {

    public static final Policies DEFAULTS = new Policies(
            ZoneOffset.UTC,
            null,
            false,
            new BigDecimal("0.01"),
            new BigDecimal("0.05"),
            5,
            12,
            30,
            31,
            12,
            30,
            30,
            15,
            List.of(60, 30, 7));

    /** The day an instant falls on (P2). */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The first instant of a day (P2). */
    public Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
