package io.coverbook.web;

import io.coverbook.answer.AsKnown;
import io.coverbook.answer.Codes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a request, each checked before anything is read: names, lengths, forms. */
final class Query {

    static final int MOST_ROWS = 1_000;
    private static final int ROWS = 100;
    private static final int LONGEST = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Map<String, String> words;

    private Query(Map<String, String> words) {
        this.words = words;
    }

    /** @param names those that the request may have; each at most once */
    static Query of(Map<String, String[]> parameters, String... names) {
        List<String> known = List.of(names);
        Map<String, String> words = new HashMap<>();
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw ApiException.bad("there is no parameter '" + shortened(name) + "'; there are "
                        + String.join(", ", new TreeSet<>(known)));
            }
            if (values.length != 1) {
                throw ApiException.bad("give " + name + " once");
            }
            if (values[0].length() > LONGEST) {
                throw ApiException.bad(name + " is longer than " + LONGEST + " characters");
            }
            if (values[0].chars().anyMatch(Character::isISOControl)) {
                throw ApiException.bad(name + " has a control character");
            }
            words.put(name, values[0]);
        });
        return new Query(words);
    }

    private static String shortened(String word) {
        return word.length() <= 40 ? word : word.substring(0, 40) + "…";
    }

    /** All that are given. */
    Map<String, String> all() {
        return Map.copyOf(words);
    }

    @Nullable String text(String name) {
        return words.get(name);
    }

    /** True, or null where it is not asked for, as filters want it. */
    @Nullable Boolean truth(String name) {
        String word = words.get(name);
        if (word == null || word.equals("false")) {
            return null;
        }
        if (!word.equals("true")) {
            throw ApiException.bad(name + " is true or false");
        }
        return Boolean.TRUE;
    }

    /** A day of the years 1 to 9998, as the commands take it. */
    @Nullable LocalDate day(String name) {
        String word = words.get(name);
        return word == null ? null : day(name, word);
    }

    private static LocalDate day(String name, String word) {
        try {
            LocalDate day = LocalDate.parse(word);
            if (day.getYear() >= 1 && day.getYear() <= 9998) {
                return day;
            }
        } catch (DateTimeException e) {
            throw badDay(name, word);
        }
        throw badDay(name, word);
    }

    private static ApiException badDay(String name, String word) {
        return ApiException.bad(name + ": '" + word + "' is no day of the calendar; write it as YYYY-MM-DD");
    }

    @Nullable YearMonth month(String name) {
        String word = words.get(name);
        return word == null ? null : month(name, word);
    }

    private static YearMonth month(String name, String word) {
        try {
            return YearMonth.parse(word);
        } catch (DateTimeException e) {
            throw ApiException.bad(name + ": '" + word + "' is no month; write it as YYYY-MM");
        }
    }

    /** A day or a month, told apart by their length. */
    @Nullable AsKnown known(String name) {
        String word = words.get(name);
        if (word == null) {
            return null;
        }
        return word.length() == 7 ? AsKnown.atClose(month(name, word)) : AsKnown.on(day(name, word));
    }

    @Nullable String code(String name, Codes.Of codes) {
        String word = words.get(name);
        return word == null
                ? null
                : codes.read(word)
                        .orElseThrow(() -> ApiException.bad("'" + word + "' is no value of " + name + "; there are "
                                + String.join(", ", codes.names())));
    }

    /** How many rows a page has. */
    int limit() {
        int limit = number("limit", ROWS);
        if (limit < 1 || limit > MOST_ROWS) {
            throw ApiException.bad("limit is between 1 and " + MOST_ROWS);
        }
        return limit;
    }

    int offset() {
        return number("offset", 0);
    }

    private int number(String name, int none) {
        String word = words.get(name);
        if (word == null) {
            return none;
        }
        if (!NUMBER.matcher(word).matches()) {
            throw ApiException.bad(name + " is a whole number");
        }
        return Integer.parseInt(word);
    }

    /** The one of some names that is given. */
    String only(String... names) {
        List<String> given = Arrays.stream(names).filter(words::containsKey).toList();
        if (given.size() != 1) {
            throw ApiException.bad("give one of " + String.join(", ", names));
        }
        return given.get(0);
    }
}
