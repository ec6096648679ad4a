package io.coverbook.ingest;

/** Makes text from a file fit for a message: one line, nothing invisible, not endless. */
final class Printable {

    private static final int VALUE_LIMIT = 200;

    private Printable() {}

    /** At most 200 characters, with every character that does not show as itself written as U+XXXX. */
    static String cut(String value) {
        StringBuilder out = new StringBuilder(Math.min(value.length(), VALUE_LIMIT + 16));
        for (int i = 0; i < value.length() && out.length() < VALUE_LIMIT; ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            if (shows(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format("<U+%04X>", c));
            }
        }
        return out.length() <= VALUE_LIMIT ? out.toString() : cutAt(out, VALUE_LIMIT);
    }

    /** The beginning of a text that does not end in half a character. */
    static String cutAt(CharSequence text, int length) {
        int end = Math.min(text.length(), length);
        if (end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.subSequence(0, end).toString();
    }

    private static boolean shows(int c) {
        if (c < 0x7f) {
            return c >= 0x20;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> c != 0xa0;
        };
    }
}
