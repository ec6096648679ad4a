package io.coverbook.cli;

import io.coverbook.batch.Results.Freshness;
import io.coverbook.batch.Results.MonthEnd;
import io.coverbook.report.Json;
import io.coverbook.store.Control;
import io.coverbook.store.MonthFigures;
import io.coverbook.store.MonthFigures.Count;
import io.coverbook.store.MonthFigures.Documents;
import io.coverbook.store.MonthFigures.Missing;
import io.coverbook.store.MonthFigures.Sum;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The end of a month-end for programs. */
final class MonthEndJson {

    private MonthEndJson() {}

    static void write(
            PrintWriter out,
            MonthEnd result,
            @Nullable MonthFigures figures,
            Freshness freshness,
            @Nullable Path folder) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("schemaVersion", Json.SCHEMA_VERSION);
        answer.put("month", result.month());
        answer.put("ending", result.ending());
        answer.put("as_of", figures == null ? result.asOf() : figures.asOf());
        answer.put(
                "closed_on_the_way",
                result.closedOnTheWay().stream().map(YearMonth::toString).toList());
        answer.put("month_over", freshness.over());
        answer.put("older_exports", freshness.older());
        answer.put("files", ImportReport.files(result.imported()));
        answer.put("later_files", ImportReport.later(result.imported()));
        answer.put(
                "controls",
                result.controls().stream().map(MonthEndJson::control).toList());
        if (figures != null) {
            put(answer, figures);
        }
        answer.put("folder", folder);
        Json.write(out, answer);
    }

    private static void put(Map<String, @Nullable Object> answer, MonthFigures figures) {
        answer.put("terms_begun", counts(figures.began()));
        answer.put("plans_ended", counts(figures.ended()));
        answer.put(
                "charges", figures.charges().stream().map(s -> sum(s, "state")).toList());
        answer.put(
                "held", figures.held().stream().map(s -> sum(s, "hold_reason")).toList());
        answer.put(
                "invoices",
                figures.invoices().stream().map(MonthEndJson::documents).toList());
        answer.put(
                "credit_notes",
                figures.creditNotes().stream().map(MonthEndJson::documents).toList());
        answer.put("agreements_without_plan", figures.missingCount());
        answer.put(
                "most_urgent",
                figures.missing().stream().map(MonthEndJson::missing).toList());
    }

    private static Map<String, @Nullable Object> control(Control control) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("code", control.code());
        row.put("what", control.what());
        row.put("holds", control.holds());
        row.put("found", control.left());
        row.put("should_be", control.right());
        row.put("such_as", control.named());
        return row;
    }

    private static Map<String, Object> counts(List<Count> counts) {
        Map<String, Object> row = new LinkedHashMap<>();
        counts.forEach(count -> row.put(count.code(), count.count()));
        return row;
    }

    private static Map<String, @Nullable Object> sum(Sum sum, String code) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(code, sum.code());
        row.put("currency", sum.currency());
        row.put("count", sum.count());
        row.put("amount", sum.amount());
        return row;
    }

    private static Map<String, Object> documents(Documents documents) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("currency", documents.currency());
        row.put("count", documents.count());
        row.put("net", documents.net());
        row.put("tax", documents.tax());
        row.put("total", documents.total());
        return row;
    }

    private static Map<String, @Nullable Object> missing(Missing missing) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("ea_id", missing.agreementId());
        row.put("customer", missing.customer());
        row.put("due_date", missing.due());
        row.put("active_subscriptions", missing.subscriptions());
        return row;
    }
}
