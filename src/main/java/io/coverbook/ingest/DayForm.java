package io.coverbook.ingest;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How days are written in a file that does not keep to ISO 8601, as a person says it once for the whole file (DECISIONS
 * L7): {@code dd/MM/yyyy}, {@code M/d/yyyy}, {@code dd.MM.yyyy}. The separator and the order count; leading zeros may be
 * missing.
 */
public final class DayForm {

    private static final Pattern FORM = Pattern.compile("(d{1,2}|m{1,2}|y{4})([/. -])(d{1,2}|m{1,2})\\2(d{1,2}|y{4})");

    private final String told;
    private final Pattern pattern;
    private final String order;

    private DayForm(String told, Pattern pattern, String order) {
        this.told = told;
        this.pattern = pattern;
        this.order = order;
    }

    /** The form of that name; empty when it names no order of day, month and year. */
    public static Optional<DayForm> of(String told) {
        Matcher form = FORM.matcher(told.toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        String order = "" + form.group(1).charAt(0) + form.group(3).charAt(0)
                + form.group(4).charAt(0);
        if (!order.equals("dmy") && !order.equals("mdy") && !order.equals("ymd")) {
            return Optional.empty();
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < order.length(); i++) {
            pattern.append(i == 0 ? "" : Pattern.quote(form.group(2)));
            pattern.append(order.charAt(i) == 'y' ? "([0-9]{4})" : "([0-9]{1,2})");
        }
        return Optional.of(new DayForm(told, Pattern.compile(pattern + "(.*)", Pattern.DOTALL), order));
    }

    /** Whether the month stands before the day. */
    boolean monthFirst() {
        return order.indexOf('m') < order.indexOf('d');
    }

    /** The day at the beginning of the text in ISO 8601 with what follows it; the text itself when it has another form. */
    String iso(String text) {
        Matcher day = pattern.matcher(text);
        if (!day.matches()) {
            return text;
        }
        return day.group(order.indexOf('y') + 1) + "-" + two(day.group(order.indexOf('m') + 1)) + "-"
                + two(day.group(order.indexOf('d') + 1)) + day.group(4);
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    @Override
    public String toString() {
        return told;
    }
}
