package io.coverbook.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a card can do (L10), with the parameters of each and their standard values. */
public enum CardJob {
    IMPORT(
            "import",
            new Parameter("drop", "drop", "\\S.*", "a folder, in the data directory unless its path begins with /"),
            new Parameter("settle-seconds", "10", "\\d{1,4}", "0 to 9999"),
            new Parameter("tolerate-rejects", "0", "\\d{1,9}", "a number of rows")),
    RECONCILE(
            "reconcile",
            new Parameter("day", "current", "current|previous", "current or previous"),
            new Parameter("tolerate-holds", "", "\\d{0,9}", "a number of plans, or nothing for any number")),
    MONTH_END(
            "month-end",
            new Parameter("business-day", "2", "[1-9]|1\\d|20", "1 to 20"),
            new Parameter("country", "", "[A-Z]{2}|", "a country such as SE whose public holidays count, or nothing"),
            new Parameter("invoices", "propose", "issue|propose", "issue or propose"),
            new Parameter("require-fresh", "true", "true|false", "true or false"),
            new Parameter("tolerate-holds", "", "\\d{0,9}", "a number of plans, or nothing for any number")),
    DELIVER("deliver"),
    PURGE("purge", new Parameter("keep-days", "400", "[3-9]\\d|[1-9]\\d{2,3}", "30 to 9999"));

    /**
     * One thing that a card may set.
     *
     * @param standard its value when the card says nothing
     * @param form what a value looks like, as a regular expression
     * @param good the same for people
     */
    record Parameter(String name, String standard, String form, String good) {}

    private final String label;
    // Made unmodifiable below.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Parameter> parameters;

    CardJob(String label, Parameter... parameters) {
        this.label = label;
        this.parameters = List.of(parameters);
    }

    /** Its name on cards and on the command line. */
    public String label() {
        return label;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    static Optional<CardJob> labelled(String label) {
        return Arrays.stream(values()).filter(job -> job.label.equals(label)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(CardJob::label).toList();
    }
}
