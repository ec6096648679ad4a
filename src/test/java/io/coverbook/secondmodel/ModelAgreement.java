package io.coverbook.secondmodel;

import io.coverbook.secondmodel.DayHistory.Saying;
import io.coverbook.secondmodel.ModelFacts.Version;
import java.time.LocalDate;
import java.util.List;

/** An Enterprise Agreement day by day. */
final class ModelAgreement extends Told {

    static final List<String> TIERS = List.of("DEVELOPER", "STANDARD", "PROFESSIONAL_DIRECT", "UNIFIED");

    private static final List<String> OVER = List.of("TERMINATED", "TRANSFERRED");

    private final DayHistory status;
    private final LocalDate start;

    ModelAgreement(String id, List<Version> versions) {
        super(id, versions);
        start = LocalDate.parse(cell("start_date"));
        LocalDate missing = versions.get(versions.size() - 1).seen();
        status = status(
                version -> new Saying(version.cell("status"), date(version.cell("status_since")), version.seen()),
                new Saying("TERMINATED", missing, missing),
                OVER);
    }

    /** The status as it is told: what verdicts go by (F5). */
    String toldStatus(LocalDate day) {
        return over(day.plusDays(1)) ? status(day.plusDays(1)) : status(day);
    }

    /** The date that the status of the day names. */
    LocalDate statusSince(LocalDate day) {
        return over(day) ? named(status.since(day)) : status.since(day);
    }

    /** The status that terms and cover go by: the last day of an agreement still counts (A8). */
    String status(LocalDate day) {
        return status.on(day);
    }

    /** B15, G8: told to be at an end; one that has not begun is not. */
    boolean toldOver(LocalDate day) {
        return List.of("EXPIRED", "TERMINATED", "TRANSFERRED").contains(toldStatus(day));
    }

    boolean over(LocalDate day) {
        return OVER.contains(status(day));
    }

    /** A8: the last covered day of an agreement that is over is min(status_since, end_date). */
    boolean cutOff(LocalDate day) {
        LocalDate end = date(cell("end_date"));
        return over(day) || end != null && day.isAfter(end) && status.eventually(day, OVER);
    }

    String account() {
        return cell("billing_account_id");
    }

    LocalDate start() {
        return start;
    }

    boolean indirect() {
        return cell("relationship").equals("INDIRECT");
    }

    String partner() {
        return cell("partner_account_id");
    }

    String level(LocalDate day) {
        return on(day).cell("support_level", "NONE");
    }
}
