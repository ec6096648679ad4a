package io.coverbook.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Letters to customers about notices (X20), made of templates in their language: {@code letters-en.properties} and
 * {@code letters-de.properties}, each with a greeting, a closing, and a subject and text for every kind of notice.
 */
public final class Letters {

    /** Every notice there is, in the words of the notice table. */
    public static final List<String> KINDS = List.of(
            "RENEWAL_DUE",
            "RENEWAL_LAPSED",
            "AUTO_RENEWED_INFO",
            "PRICE_CHANGE",
            "PAYMENT_METHOD_EXPIRING",
            "PAYMENT_FAILED",
            "PLAN_ENDED");

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> NAMES =
            Set.of("customer", "plan", "tier", "scope", "contract_end", "covered_through", "day", "from");
    private static final int NOTICE_DAYS = 30;

    /** The languages letters are written in, each with its way to write a day. */
    public enum Language {
        EN(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)),
        DE(DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN));

        private final DateTimeFormatter days;

        Language(DateTimeFormatter days) {
            this.days = days;
        }

        /** German where it is the language of the country, English everywhere else. */
        static Language of(String country) {
            return Set.of("DE", "AT", "CH", "LI").contains(country) ? DE : EN;
        }
    }

    private final Map<Language, Properties> templates = new EnumMap<>(Language.class);

    /**
     * Reads the templates.
     *
     * @param folder whose files replace what they name, empty for those of the program
     * @throws Places.PlaceException for a template that names something unknown
     */
    public Letters(@Nullable Path folder) {
        for (Language language : Language.values()) {
            String name = "letters-" + language.name().toLowerCase(Locale.ROOT) + ".properties";
            Properties all = own(name);
            if (folder != null && Files.exists(folder.resolve(name))) {
                Properties given = new Properties();
                try (Reader reader = Files.newBufferedReader(folder.resolve(name))) {
                    given.load(reader);
                } catch (IOException e) {
                    throw new Places.PlaceException("the letters cannot be read from " + folder.resolve(name));
                }
                given.stringPropertyNames().forEach(key -> check(name, key, given.getProperty(key), all));
                all.putAll(given);
            }
            templates.put(language, all);
        }
    }

    private static Properties own(String name) {
        Properties all = new Properties();
        try (InputStream in = Letters.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no letters " + name);
            }
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(String file, String key, String text, Properties known) {
        if (!known.containsKey(key)) {
            throw new Places.PlaceException(
                    file + " has " + key + ", which is none of " + new TreeSet<>(known.stringPropertyNames()));
        }
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            if (!NAMES.contains(place.group(1))) {
                throw new Places.PlaceException(
                        file + ", " + key + ": {" + place.group(1) + "} is none of " + new TreeSet<>(NAMES));
            }
        }
    }

    /** One letter about all these notices; what would be said twice is said once. */
    MailPost.Letter write(Language language, List<Facts> notices) {
        Properties words = templates.getOrDefault(language, new Properties());
        List<String> paragraphs = new ArrayList<>();
        List<String> subjects = new ArrayList<>();
        for (Facts notice : notices) {
            String kind = notice.text("kind");
            String paragraph = filled(words.getProperty(kind + ".text", ""), notice, language);
            if (!paragraphs.contains(paragraph)) {
                paragraphs.add(paragraph);
                subjects.add(filled(words.getProperty(kind + ".subject", ""), notice, language));
            }
        }
        String greeting = filled(words.getProperty("greeting", ""), notices.get(0), language);
        String closing = filled(words.getProperty("closing", ""), notices.get(0), language);
        String subject = subjects.size() == 1 ? subjects.get(0) : words.getProperty("subject", "");
        return new MailPost.Letter(
                subject, greeting + "\n\n" + String.join("\n\n", paragraphs) + "\n\n" + closing + "\n");
    }

    private static String filled(String template, Facts notice, Language language) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), notice, language)));
    }

    private static String value(String name, Facts notice, Language language) {
        return switch (name) {
            case "tier" -> tier(notice.text("tier"));
            case "contract_end", "covered_through" -> day(notice.text(name), 0, language);
            case "day" -> day(notice.text("due_date"), 0, language);
            case "from" -> day(notice.text("due_date"), NOTICE_DAYS, language);
            default -> notice.text(name);
        };
    }

    private static String day(String text, int after, Language language) {
        return text.isEmpty() ? "" : LocalDate.parse(text).plusDays(after).format(language.days);
    }

    /** The name of a tier as people write it. */
    static String tier(String code) {
        return switch (code) {
            case "DEVELOPER" -> "Developer";
            case "STANDARD" -> "Standard";
            case "PROFESSIONAL_DIRECT" -> "Professional Direct";
            case "UNIFIED" -> "Unified";
            default -> code;
        };
    }
}
