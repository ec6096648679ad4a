package io.coverbook.report;

import io.coverbook.store.Listing;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list as CSV: RFC 4180, a header, LF, quotes only where they are needed. */
public final class CsvListing implements Listing {

    private final PrintWriter out;

    public CsvListing(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void columns(List<Column> columns) {
        out.print(columns.stream().map(Column::name).collect(Collectors.joining(",", "", "\n")));
    }

    @Override
    public void row(List<@Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            out.print((i == 0 ? "" : ",") + cell(values.get(i)));
        }
        out.print('\n');
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
