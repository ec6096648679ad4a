package io.coverbook.outbox;

import java.util.Locale;
import java.util.Optional;

/** What can have happened, in the order in which people want to know it. */
public enum Topic {
    CLOSE_BLOCKED(
            true,
            "could not be closed",
            "Months that could not be closed",
            "coverbook month-end YYYY-MM shows the controls"),
    APPROVAL_AWAITED(
            true,
            "waits for approval",
            "Proposals that wait for a second person",
            "coverbook approve YYYY-MM --as NAME"),
    WORK_FAILED(
            true,
            "pieces of work that could not begin",
            "Work that could not begin",
            "coverbook schedule shows what each card said last"),
    RUN_FAILED(true, "runs failed", "Runs that failed", "the log tells why; the same command goes on"),
    RUN_STOPPED(
            true, "runs stopped", "Runs whose program is gone", "the same command goes on; any other ends them first"),
    IMPORT_SHRUNK(
            true,
            "shrunken exports",
            "Exports that lack too many rows and were refused",
            "look whether the export is whole; --accept-removals N lets them go"),
    FILE_REFUSED(true, "files refused", "Files that were refused", "mend the file and import it again"),
    ROWS_REJECTED(
            true, "files with rejected rows", "Files with rejected rows", "correct the rows and import them again"),
    AGREEMENT_WITHOUT_PLAN(
            true,
            "agreements without a plan",
            "Agreements without a support plan",
            "coverbook agreements --flagged shows all"),
    RENEWAL_LAPSED(
            true,
            "contracts lapsed",
            "Contracts that ran out and were not renewed",
            "coverbook notices --kind RENEWAL_LAPSED"),
    RENEWAL_DUE(true, "renewals due", "Contracts that end soon", "coverbook notices --kind RENEWAL_DUE"),
    MONTH_PROPOSED(false, "is proposed", "Proposals", "coverbook approve YYYY-MM issues exactly that"),
    MONTH_CLOSED(false, "is closed", "Months closed", "coverbook invoices --period YYYY-MM"),
    RUN_DONE(false, "runs done", "Runs", "");

    /** The note of a run that a person or a machine stopped in good order: the next one goes on. */
    private static final String TOLD_TO_STOP = "told to stop";

    private final boolean urgent;
    private final String few;
    private final String heading;
    private final String advice;

    Topic(boolean urgent, String few, String heading, String advice) {
        this.urgent = urgent;
        this.few = few;
        this.heading = heading;
        this.advice = advice;
    }

    /** Whether somebody has to act. */
    public boolean urgent() {
        return urgent;
    }

    /** For a subject, after a number or a month. */
    String few() {
        return few;
    }

    String heading() {
        return heading;
    }

    /** The command that helps, or empty. */
    String advice() {
        return advice;
    }

    /**
     * What the end of a run means, empty where nobody needs to be told: it was overtaken, or goes on.
     *
     * @param purpose and {@code state} as the run row has them; STOPPED for one whose program is gone
     */
    static Optional<Topic> ofRun(String purpose, String state, boolean secondPerson, String note) {
        boolean monthEnd = purpose.equals("MONTH_END");
        return switch (state) {
            case "STOPPED" -> Optional.of(RUN_STOPPED);
            case "FAILED" ->
                note.startsWith(TOLD_TO_STOP)
                        ? Optional.empty()
                        : Optional.of(monthEnd && note.startsWith("controls failed") ? CLOSE_BLOCKED : RUN_FAILED);
            case "PROPOSED" -> Optional.of(secondPerson ? APPROVAL_AWAITED : MONTH_PROPOSED);
            case "DONE" -> Optional.of(monthEnd ? MONTH_CLOSED : RUN_DONE);
            default -> Optional.empty();
        };
    }

    /** What is told of a file that was refused, by the code of the refusal, or of one with rejected rows. */
    static Topic ofFile(String outcome, String code) {
        if (!outcome.equals("REFUSED")) {
            return ROWS_REJECTED;
        }
        return code.toUpperCase(Locale.ROOT).startsWith("F21") ? IMPORT_SHRUNK : FILE_REFUSED;
    }
}
