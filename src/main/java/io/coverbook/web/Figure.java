package io.coverbook.web;

import java.util.List;

/** What is watched, in words of finance and ops; the name in Prometheus has underscores for dots. */
enum Figure {
    MONEY_DUE("coverbook.money.due", "money that is charged and not invoiced yet", "currency"),
    MONEY_HELD("coverbook.money.held", "money that waits for a decision", "currency"),
    CHARGES_HELD("coverbook.charges.held", "charges that wait for a decision", "reason"),
    AGREEMENTS_WITHOUT_PLAN("coverbook.agreements.without.plan", "agreements that lack a support plan, not waived"),
    CLOSE_AGE("coverbook.close.age.seconds", "how long ago the newest month was closed"),
    MONTHS_OPEN("coverbook.months.open", "months that are over and not closed, after the first close"),
    RECONCILED_AGE_DAYS("coverbook.reconciled.age.days", "days since the latest reconciled one"),
    RUN_SECONDS("coverbook.run.seconds", "how long the last run took", "purpose"),
    ROWS_PER_SECOND("coverbook.rows.per.second", "rows that a step of the last run wrote in a second", "step"),
    RUNS("coverbook.runs", "runs by what became of them", "purpose", "state"),
    RUNS_STOPPED("coverbook.runs.stopped", "runs that are not done and whose program is gone"),
    FILE_AGE("coverbook.file.age.seconds", "age of the oldest file in the drop folder that was not imported"),
    DELIVERIES("coverbook.deliveries", "messages by their way and state", "channel", "state"),
    DELIVERY_AGE("coverbook.delivery.age.seconds", "age of the oldest message that has not arrived"),
    DATABASE_UP("coverbook.database.up", "1 when the figures could be read, 0 when the database was away");

    private final String meter;
    private final String meaning;
    /** With blanks between, as an enum holds nothing that could change. */
    private final String tags;

    Figure(String meter, String meaning, String... tags) {
        this.meter = meter;
        this.meaning = meaning;
        this.tags = String.join(" ", tags);
    }

    String meter() {
        return meter;
    }

    String meaning() {
        return meaning;
    }

    List<String> tags() {
        return tags.isEmpty() ? List.of() : List.of(tags.split(" "));
    }
}
