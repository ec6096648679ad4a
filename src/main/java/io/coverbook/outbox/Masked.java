package io.coverbook.outbox;

import java.util.regex.Pattern;

/** Text without anybody's address, for logs and messages. */
public final class Masked {

    private static final Pattern LOCAL_PART = Pattern.compile("[^\\s<>,;:\"'()\\[\\]]+@");
    private static final int LONGEST = 300;

    private Masked() {}

    /** Local parts of e-mail addresses become stars; one line, and not a long one. */
    public static String of(String text) {
        String line = LOCAL_PART.matcher(text.replaceAll("\\s+", " ").strip()).replaceAll("***@");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
