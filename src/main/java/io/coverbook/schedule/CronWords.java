package io.coverbook.schedule;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words when a card is woken; an expression of no common form is shown as it is. */
public final class CronWords {

    private static final Pattern EVERY_MINUTES = Pattern.compile("0 (?:0|\\*)/(\\d+) \\* (?:\\*|\\?) \\* (?:\\*|\\?)");
    private static final Pattern HOURLY = Pattern.compile("0 (\\d+) \\* (?:\\*|\\?) \\* (?:\\*|\\?)");
    private static final Pattern AT =
            Pattern.compile("0 (\\d+) (\\d+) (\\*|\\?|\\d+|L) \\* (\\*|\\?|[A-Z]{3}(?:-[A-Z]{3})?)");

    private static final Map<String, String> DAYS = Map.of(
            "MON", "Monday",
            "TUE", "Tuesday",
            "WED", "Wednesday",
            "THU", "Thursday",
            "FRI", "Friday",
            "SAT", "Saturday",
            "SUN", "Sunday");

    private CronWords() {}

    /** When a card is woken and, for a month-end, what it waits for. */
    public static String of(JobCard card) {
        String zone = card.times().zone().getId();
        String woken = times(card.times().cron()) + " " + zone;
        if (card.job() != CardJob.MONTH_END) {
            return woken;
        }
        String country = card.parameter("country");
        return "on the " + ordinal(card.number("business-day")) + " business day of the month after"
                + (country.isEmpty() ? "" : " (holidays of " + country + ")") + ", looked for " + woken + "; "
                + (card.is("invoices", "issue") ? "issues the invoices" : "leaves a proposal");
    }

    static String times(String cron) {
        String text = cron.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        Matcher minutes = EVERY_MINUTES.matcher(text);
        if (minutes.matches()) {
            return minutes.group(1).equals("1") ? "every minute" : "every " + minutes.group(1) + " minutes";
        }
        Matcher hourly = HOURLY.matcher(text);
        if (hourly.matches()) {
            return "every hour at minute " + hourly.group(1);
        }
        Matcher at = AT.matcher(text);
        if (!at.matches()) {
            return "by the expression " + cron;
        }
        String time = String.format(
                Locale.ROOT, "at %02d:%02d", Integer.parseInt(at.group(2)), Integer.parseInt(at.group(1)));
        String day = at.group(3);
        String week = at.group(4);
        if (Character.isDigit(day.charAt(0))) {
            return "on day " + day + " of every month " + time;
        }
        if (day.equals("L")) {
            return "on the last day of every month " + time;
        }
        return (week.length() < 3 ? "every day " : weekdays(week)) + time;
    }

    private static String weekdays(String week) {
        String[] ends = week.split("-", -1);
        String from = DAYS.getOrDefault(ends[0], ends[0]);
        return ends.length == 1 ? "every " + from + " " : from + " to " + DAYS.getOrDefault(ends[1], ends[1]) + " ";
    }

    private static String ordinal(int n) {
        return switch (n) {
            case 1 -> "first";
            case 2 -> "second";
            case 3 -> "third";
            default -> n + "th";
        };
    }
}
