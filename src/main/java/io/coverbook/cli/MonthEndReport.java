package io.coverbook.cli;

import io.coverbook.batch.Results.MonthEnd;
import java.io.PrintWriter;

/** The one screen that ends a month-end. */
final class MonthEndReport {

    private MonthEndReport() {}

    static void print(MonthEnd result, Root program) {
        PrintWriter out = program.out();
        if (!result.imported().files().isEmpty() || !result.imported().later().isEmpty()) {
            ImportReport.print(result.imported(), false, out);
        }
        out.println(result.month() + " " + result.ending());
        result.controls().stream()
                .filter(control -> !control.holds())
                .forEach(control -> out.println("control failed: " + control.what() + ": " + control.left()
                        + ", should be " + control.right()));
        out.flush();
    }
}
