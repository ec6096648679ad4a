package io.coverbook.report;

import io.coverbook.store.Listing.Form;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Columns side by side for a terminal: texts to the left, figures to the right, no wider than they must be. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<String> titles = new ArrayList<>();
    private final List<Form> types = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private String indent = "";

    public TextTable column(String title, Form form) {
        titles.add(title);
        types.add(form);
        return this;
    }

    public TextTable indented(String by) {
        indent = by;
        return this;
    }

    public TextTable row(@Nullable Object... values) {
        List<String> cells = new ArrayList<>();
        for (Object value : values) {
            cells.add(cell(value));
        }
        rows.add(cells);
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Every line ended by a line feed, none with blanks at its end; no header line where no column has a title. */
    public String text() {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            int column = i;
            int widest =
                    rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
            widths.add(Math.max(widest, width(titles.get(i))));
        }
        StringBuilder text = new StringBuilder();
        if (titles.stream().anyMatch(title -> !title.isEmpty())) {
            line(text, titles, widths);
        }
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < cells.size(); i++) {
            String blanks = " ".repeat(widths.get(i) - width(cells.get(i)));
            boolean right = types.get(i) == Form.WHOLE || types.get(i) == Form.AMOUNT;
            line.append(i == 0 ? "" : GAP).append(right ? blanks + cells.get(i) : cells.get(i) + blanks);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /** A value as people read it: thousands apart, yes or nothing, no control characters from outside. */
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal amount) {
            return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
        }
        if (value instanceof Number whole) {
            return String.format(Locale.ROOT, "%,d", whole.longValue());
        }
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "";
        }
        return value.toString().replaceAll("\\p{Cntrl}", "?");
    }

    /** A text of at most so many characters; what is left out of its middle is shown as an ellipsis. */
    public static String shortened(String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length <= most) {
            return text;
        }
        int tail = (most - 1) / 2;
        int head = most - 1 - tail;
        return text.substring(0, text.offsetByCodePoints(0, head)) + "…"
                + text.substring(text.offsetByCodePoints(0, length - tail));
    }
}
