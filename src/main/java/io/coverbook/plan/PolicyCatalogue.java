package io.coverbook.plan;

import io.coverbook.plan.Policies.Closing;
import io.coverbook.plan.Policies.Denied;
import io.coverbook.plan.Policies.Dunning;
import io.coverbook.plan.Policies.Intake;
import io.coverbook.plan.Policies.Invoicing;
import io.coverbook.plan.Policies.Lengths;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The policies by their keys (CONTRACT 5): what may be set, to what, and why the default is what it is. */
public final class PolicyCatalogue {

    private static final String FIRST_MONTH = PolicyRegister.FIRST_MONTH;
    private static final int YEAR = 365;
    private static final Set<String> ISO = Set.of(Locale.getISOCountries());

    /**
     * One key.
     *
     * @param number of the question in the register (RULES 6), or of the decision
     * @param good says in words what values are good
     * @param open whether there is more than one good value
     */
    public record Entry(String number, String key, String standard, String good, String why, boolean open) {}

    /** A policy that cannot be used; the message names the good values. */
    public static final class PolicyException extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        PolicyException(String message) {
            super(message);
        }
    }

    private PolicyCatalogue() {}

    public static List<Entry> entries() {
        return PolicyRegister.ENTRIES;
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
                new Closing(
                        all.getOrDefault(FIRST_MONTH, "").isEmpty() ? null : read(all, FIRST_MONTH, YearMonth::parse),
                        read(all, "close.approval", PolicyCatalogue::secondPerson),
                        number(all, "run.max-terms-per-plan", 1, 10_000)),
                new Intake(
                        read(all, "import.max-rejects", PolicyCatalogue::share),
                        read(all, "import.max-shrink", PolicyCatalogue::share)),
                new Invoicing(
                        number(all, "invoice.day.default", 1, 28),
                        number(all, "invoice.day.ea", 1, 28),
                        number(all, "invoice.wire-terms-days", 0, YEAR)),
                new Dunning(
                        read(all, "dunning.attempt-days", PolicyCatalogue::attempts),
                        number(all, "dunning.grace-days", 1, YEAR)),
                new Lengths(
                        number(all, "cancellation.backdating-days", 0, 3660),
                        number(all, "seller.default-months", 1, 120),
                        number(all, "pending-order.days", 1, YEAR),
                        number(all, "temporary-support.days", 1, YEAR),
                        read(all, "notice.lead-days", text -> days(text, 1))),
                new Denied(
                        read(all, "markets.denied", PolicyCatalogue::countries),
                        read(all, "ea.upgrade-denied", PolicyCatalogue::countries)));
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
        entries().forEach(entry -> all.put(entry.key(), entry.standard()));
        set.forEach((key, value) -> {
            if (!all.containsKey(key)) {
                throw unknown(key);
            }
            all.put(key, value.strip());
        });
        for (Entry entry : entries()) {
            String value = all.getOrDefault(entry.key(), "");
            if (!entry.open() && !value.equals(entry.standard())) {
                throw refused(entry.key(), value, null);
            }
        }
        return all;
    }

    private static PolicyException unknown(String key) {
        String open =
                entries().stream().filter(Entry::open).map(Entry::key).sorted().collect(Collectors.joining(", "));
        return new PolicyException(
                "no policy " + key + "; there are " + open + ", and those with one answer (coverbook policies)");
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
        Entry entry =
                entries().stream().filter(e -> e.key().equals(key)).findFirst().orElseThrow();
        PolicyException refusal = new PolicyException("policy " + key + " cannot be '" + value + "'; give "
                + entry.good() + " (" + entry.number() + ": " + entry.why() + ")");
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

    private static List<Integer> days(String text, int least) {
        return Arrays.stream(text.split(","))
                .map(day -> Integer.parseInt(day.strip()))
                .map(day -> {
                    if (day < least || day > YEAR) {
                        throw new IllegalArgumentException(text);
                    }
                    return day;
                })
                .toList();
    }

    private static List<Integer> attempts(String text) {
        List<Integer> days = days(text, 0);
        if (days.get(0) != 0 || !days.equals(days.stream().distinct().sorted().toList())) {
            throw new IllegalArgumentException(text);
        }
        return days;
    }

    private static Set<String> countries(String text) {
        if (text.isEmpty()) {
            return Set.of();
        }
        return Arrays.stream(text.split(",", -1))
                .map(country -> country.strip().toUpperCase(Locale.ROOT))
                .map(country -> {
                    if (!ISO.contains(country)) {
                        throw new IllegalArgumentException(text);
                    }
                    return country;
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
