package io.coverbook.architecture;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source as the tidy test reads it: line breaks stay, so line numbers stay true. */
final class JavaText {

    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\n]*|/\\*[\\s\\S]*?\\*/)"
            + "|(?<string>\"\"\"[\\s\\S]*?(?<!\\\\)\"\"\"|\"[^\"\\\\\n]*(?:\\\\.[^\"\\\\\n]*)*\")"
            + "|'(?:\\\\.[^'\n]*|[^'\\\\\n])'");

    private JavaText() {}

    /** Without comments, and with every string emptied. */
    static String code(String source) {
        return blank(source, true);
    }

    /** Without comments; strings as they are. */
    static String codeAndStrings(String source) {
        return blank(source, false);
    }

    /** The string literals and text blocks alone, in order, quotes included. */
    static Iterable<String> strings(String source) {
        return TOKEN.matcher(source).results().map(MatchResult::group).filter(s -> s.startsWith("\""))::iterator;
    }

    static int lineAt(String source, int offset) {
        return 1
                + (int) source.substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static String blank(String source, boolean stringsToo) {
        return TOKEN.matcher(source).replaceAll(found -> {
            String token = found.group();
            String lines =
                    "\n".repeat((int) token.chars().filter(c -> c == '\n').count());
            if (token.startsWith("/")) {
                return lines;
            }
            return Matcher.quoteReplacement(stringsToo && token.startsWith("\"") ? "\"" + lines + "\"" : token);
        });
    }
}
