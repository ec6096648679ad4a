package io.coverbook.plan;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The policies by their keys (CONTRACT 5): what may be set, to what, and why the default is what it is. */
public final class PolicyCatalogue {

    private static final String FIRST_MONTH = "billing.first-month";

    /** One key. {@code good} says in words what values are good. */
    public record Entry(String key, String standard, String good, String why) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("billing.zone", "UTC", "a zone name such as UTC or Europe/Stockholm", "P2: Azure bills in UTC"),
            new Entry(FIRST_MONTH, "", "a month YYYY-MM, or empty", "L16: earlier terms were billed elsewhere"),
            new Entry("close.approval", "NONE", "NONE or SECOND_PERSON", "L2: who issues a month"),
            new Entry("import.max-rejects", "0.01", "a share from 0 to 1", "L6: a broken export is refused whole"),
            new Entry("import.max-shrink", "0.05", "a share from 0 to 1", "half an export is no mass cancellation"),
            new Entry("invoice.day.default", "5", "a day from 1 to 28", "P17: day of the next month"),
            new Entry("invoice.day.ea", "12", "a day from 1 to 28", "P17: agreements are invoiced later"),
            new Entry("invoice.wire-terms-days", "30", "days from 0 to 365", "P17: net 30 for wire transfer"),
            new Entry("cancellation.backdating-days", "31", "days from 0 to 3660", "P20: one billing month"),
            new Entry("seller.default-months", "12", "months from 1 to 120", "P25: yearly orders"),
            new Entry("pending-order.days", "30", "days from 1 to 365", "P33: one month"),
            new Entry("temporary-support.days", "30", "days from 1 to 365", "P33: one month"),
            new Entry("run.max-terms-per-plan", "15", "a number from 1 to 10000", "a runaway plan is held"),
            new Entry("notice.lead-days", "60,30,7", "days from 1 to 365, separated by commas", "P24"));

    /** A policy that cannot be used; the message names the good values. */
    public static final class PolicyException extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        PolicyException(String message) {
            super(message);
        }
    }

    private PolicyCatalogue() {}

    public static List<Entry> entries() {
        return ENTRIES;
    }

    /**
     * The policies with some of their keys set; all others keep their defaults.
     *
     * @throws PolicyException for an unknown key or a value that is not good
     */
    public static Policies policies(Map<String, String> set) {
        Map<String, String> all = complete(set);
        return new Policies(
                read(all, "billing.zone", ZoneId::of),
                all.getOrDefault(FIRST_MONTH, "").isEmpty() ? null : read(all, FIRST_MONTH, YearMonth::parse),
                read(all, "close.approval", PolicyCatalogue::secondPerson),
                read(all, "import.max-rejects", PolicyCatalogue::share),
                read(all, "import.max-shrink", PolicyCatalogue::share),
                number(all, "invoice.day.default", 1, 28),
                number(all, "invoice.day.ea", 1, 28),
                number(all, "invoice.wire-terms-days", 0, 365),
                number(all, "cancellation.backdating-days", 0, 3660),
                number(all, "seller.default-months", 1, 120),
                number(all, "pending-order.days", 1, 365),
                number(all, "temporary-support.days", 1, 365),
                number(all, "run.max-terms-per-plan", 1, 10_000),
                read(all, "notice.lead-days", PolicyCatalogue::days));
    }

    /** Every key with its value, one {@code key=value} a line, in order: what is hashed into a run (L17). */
    public static String body(Map<String, String> set) {
        return new TreeMap<>(complete(set))
                .entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private static Map<String, String> complete(Map<String, String> set) {
        Map<String, String> all = new LinkedHashMap<>();
        ENTRIES.forEach(entry -> all.put(entry.key(), entry.standard()));
        set.forEach((key, value) -> {
            if (!all.containsKey(key)) {
                throw new PolicyException(
                        "no policy " + key + "; there are " + String.join(", ", new TreeMap<>(all).keySet()));
            }
            all.put(key, value.strip());
        });
        return all;
    }

    private static <T> T read(Map<String, String> all, String key, Function<String, T> reading) {
        String value = all.getOrDefault(key, "");
        try {
            return reading.apply(value);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw refused(key, value, e);
        }
    }

    private static int number(Map<String, String> all, String key, int least, int most) {
        return read(all, key, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    private static PolicyException refused(String key, String value, @Nullable Exception why) {
        String good = ENTRIES.stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::good)
                .findFirst()
                .orElse("");
        PolicyException refusal = new PolicyException("policy " + key + " cannot be '" + value + "'; give " + good);
        if (why != null) {
            refusal.initCause(why);
        }
        return refusal;
    }

    private static BigDecimal share(String text) {
        BigDecimal share = new BigDecimal(text);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(text);
        }
        return share;
    }

    private static Boolean secondPerson(String text) {
        return switch (text) {
            case "NONE" -> false;
            case "SECOND_PERSON" -> true;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static List<Integer> days(String text) {
        return Arrays.stream(text.split(","))
                .map(day -> Integer.parseInt(day.strip()))
                .map(day -> {
                    if (day < 1 || day > 365) {
                        throw new IllegalArgumentException(text);
                    }
                    return day;
                })
                .toList();
    }
}
