package io.coverbook.ingest;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a file tells: {@code subscriptions-2026-04-30.csv}, {@code payments-20260430T221500Z.csv.gz}. A date
 * alone means its first instant, 00:00:00Z.
 */
record ExportName(@Nullable ExportKind kind, @Nullable Instant exportedAt) {

    private static final Pattern TIME = Pattern.compile(
            "-(?:([0-9]{4}-[0-9]{2}-[0-9]{2})|([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})Z)"
                    + "(?:\\.rejected)?(?:\\.(?:csv|json|jsonl|ndjson))?(?:\\.gz)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TIME_AT_END =
            Pattern.compile(".*" + TIME.pattern().replace("csv|", ""), Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY_DATE = Pattern.compile("(?:19|20)[0-9]{2}-?[0-9]{2}");

    /** @throws FileRefusedException when the name holds a date that is none, or one that stands where it has no meaning */
    static ExportName of(String file, boolean timeTold) throws FileRefusedException {
        ExportKind kind = kindOf(file);
        if (kind == null) {
            return new ExportName(null, azure(file));
        }
        String rest = file.substring(kind.label().length());
        Matcher time = TIME.matcher(rest);
        if (time.matches()) {
            return new ExportName(kind, instant(time));
        }
        if (!timeTold && ANY_DATE.matcher(rest).find()) {
            throw refused(
                    "a date stands in the name, but not as the time of an export does; name the file " + kind.label()
                            + "-YYYY-MM-DD.csv or " + kind.label() + "-YYYYMMDDTHHMMSSZ.csv, or give --exported-at");
        }
        return new ExportName(kind, null);
    }

    /** Azure's tools name files as people like; a time at the end of such a name counts as well. */
    private static @Nullable Instant azure(String file) throws FileRefusedException {
        Matcher time = TIME_AT_END.matcher(file);
        return time.matches() ? instant(time) : null;
    }

    private static @Nullable ExportKind kindOf(String file) {
        String small = file.toLowerCase(Locale.ROOT);
        for (ExportKind kind : ExportKind.values()) {
            String label = kind.label();
            if (small.startsWith(label)
                    && (small.length() == label.length() || !Character.isLetterOrDigit(small.charAt(label.length())))) {
                return kind;
            }
        }
        return null;
    }

    private static Instant instant(Matcher time) throws FileRefusedException {
        String date = time.group(1);
        String written = date != null
                ? date + "T00:00:00Z"
                : time.group(2) + "-" + time.group(3) + "-" + time.group(4) + "T" + time.group(5) + ":" + time.group(6)
                        + ":" + time.group(7) + "Z";
        Faults faults = new Faults();
        Instant instant = IsoTime.instant(written, faults);
        if (instant == null) {
            throw refused("the time of the export in the name is none (" + written
                    + "); rename the file to the day or instant of the export");
        }
        return instant;
    }

    private static FileRefusedException refused(String message) {
        return new FileRefusedException(FileCode.F20_EXPORT_TIME, 0, message);
    }
}
