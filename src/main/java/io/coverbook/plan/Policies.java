package io.coverbook.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The choices that the source leaves open (RULES 6), at the defaults decided there unless configured otherwise. Only
 * those that have a real alternative are here; the others hold in the rules themselves and are listed, with the one
 * value they can have, in {@link PolicyCatalogue}.
 *
 * @param zone in which an instant is a day (P2)
 */
public record Policies(
        ZoneId zone,
        Closing closing,
        Intake intake,
        Invoicing invoicing,
        Dunning dunning,
        Lengths lengths,
        Denied denied) {

    /** When a month is billed and by whom (L2, L16), and how many terms of a plan at most (B17). */
    public record Closing(@Nullable YearMonth firstMonth, boolean secondPerson, int maxTermsPerPlan) {}

    /** How broken an export may be (L6). */
    public record Intake(BigDecimal maxRejects, BigDecimal maxShrink) {}

    /** The days of an invoice (P17). */
    public record Invoicing(int dayDefault, int dayEa, int wireTermsDays) {}

    /**
     * What happens after a card failed (P21, X19).
     *
     * @param attemptDays on which days from the term's first the card is tried, ascending, beginning with 0
     * @param graceDays on which day from the term's first the plan is suspended
     */
    public record Dunning(List<Integer> attemptDays, int graceDays) {}

    /** How long things take (P20, P24, P25, P33). */
    public record Lengths(
            int backdatingDays,
            int sellerDefaultMonths,
            int pendingOrderDays,
            int temporarySupportDays,
            List<Integer> noticeLeadDays) {}

    /** Countries in which something is not offered, beside those of the reference data (P1, P32). */
    public record Denied(Set<String> markets, Set<String> upgrades) {}

    public static final Policies DEFAULTS = PolicyCatalogue.policies(Map.of());

    /** The first month that is billed here (L16). */
    public @Nullable YearMonth firstMonth() {
        return closing.firstMonth();
    }

    /** Whether another person than the one who closes has to approve (L2). */
    public boolean secondPerson() {
        return closing.secondPerson();
    }

    public int maxTermsPerPlan() {
        return closing.maxTermsPerPlan();
    }

    public BigDecimal maxRejects() {
        return intake.maxRejects();
    }

    public BigDecimal maxShrink() {
        return intake.maxShrink();
    }

    public int invoiceDayDefault() {
        return invoicing.dayDefault();
    }

    public int invoiceDayEa() {
        return invoicing.dayEa();
    }

    public int wireTermsDays() {
        return invoicing.wireTermsDays();
    }

    public List<Integer> dunningAttemptDays() {
        return dunning.attemptDays();
    }

    public int dunningGraceDays() {
        return dunning.graceDays();
    }

    public int cancellationBackdatingDays() {
        return lengths.backdatingDays();
    }

    public int sellerDefaultMonths() {
        return lengths.sellerDefaultMonths();
    }

    public int pendingOrderDays() {
        return lengths.pendingOrderDays();
    }

    public int temporarySupportDays() {
        return lengths.temporarySupportDays();
    }

    public List<Integer> noticeLeadDays() {
        return lengths.noticeLeadDays();
    }

    /** The day an instant falls on (P2). */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The first instant of a day (P2). */
    public Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
