package io.coverbook.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids and free texts. */
final class Words {

    private static final int ID_LIMIT = 200;
    private static final int MARKS_LIMIT = 20;
    private static final String NOT_IN_ID = " \"'`\\,;<>{}";
    private static final String FORMULA_STARTS = "=+-@\t\r|";
    private static final Set<String> NOTHING = Set.of("NULL", "N/A", "NA", "-", "\\N", "NONE");
    private static final Pattern EXCEL_NUMBER = Pattern.compile("[0-9](?:[.,][0-9]+)?E\\+[0-9]+");

    private final WarningTally warnings;
    private final Faults faults;

    Words(WarningTally warnings, Faults faults) {
        this.warnings = warnings;
        this.faults = faults;
    }

    /** An id: printable ASCII without blanks, quotes, brackets and separators, at most 200 characters. */
    @Nullable String id(String cell) {
        if (cell.length() > ID_LIMIT) {
            faults.add(
                    RejectCode.R12_TOO_LONG,
                    "an id has at most 200 characters, this one " + cell.length() + "; correct it at the source");
            return null;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c <= ' ' || c >= 0x7f || NOT_IN_ID.indexOf(c) >= 0) {
                refuseInId(cell.codePointAt(i), i);
                return null;
            }
        }
        if (cell.length() <= 4 && NOTHING.contains(cell.toUpperCase(Locale.ROOT))) {
            faults.add(RejectCode.R03_ID_SYNTAX, "not an id; leave the cell empty where there is none");
            return null;
        }
        if (cell.indexOf('+') > 0 && EXCEL_NUMBER.matcher(cell).matches()) {
            faults.add(
                    RejectCode.R03_ID_SYNTAX,
                    "the id was turned into a rounded number, as Excel does on opening a file; export it again and do"
                            + " not save it from Excel");
            return null;
        }
        return cell;
    }

    private void refuseInId(int c, int position) {
        String where = " at position " + (position + 1);
        if (c < ' '
                || c == 0x7f
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL) {
            faults.add(
                    RejectCode.R13_FORBIDDEN_CHAR,
                    "the id holds the invisible character " + codePoint(c) + where + "; delete it at the source");
        } else {
            faults.add(
                    RejectCode.R03_ID_SYNTAX,
                    "the id holds "
                            + (c > 0x7f
                                    ? codePoint(c) + " " + Character.getName(c)
                                    : c == ' ' ? "a blank" : "'" + (char) c + "'")
                            + where + "; ids are letters, digits and signs of ASCII, correct it at the source");
        }
    }

    /** A text as it stands, without blanks around it; null when nothing is left. */
    @Nullable String text(String cell, int limit, boolean lines, int line) {
        if (cell.length() > limit) {
            faults.add(
                    RejectCode.R12_TOO_LONG,
                    "at most " + limit + " characters can be kept, here are " + cell.length() + "; shorten the text");
            return null;
        }
        if (!plain(cell, lines, line)) {
            return null;
        }
        if (FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0) {
            warnings.note(WarningCode.W09_FORMULA_LIKE, line);
        }
        if (Character.isWhitespace(cell.charAt(0)) || Character.isWhitespace(cell.charAt(cell.length() - 1))) {
            warnings.note(WarningCode.W08_TRIMMED, line);
            String stripped = cell.strip();
            return stripped.isEmpty() ? null : stripped;
        }
        return cell;
    }

    private boolean plain(String cell, boolean lines, int line) {
        boolean ascii = true;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < ' ' && !(c == '\t' || (lines && (c == '\n' || c == '\r')))) {
                return forbidden(c, i);
            }
            ascii &= c < 0x7f;
        }
        return ascii || plainUnicode(cell, line);
    }

    private boolean plainUnicode(String cell, int line) {
        int marks = 0;
        boolean unusual = false;
        Scripts scripts = new Scripts();
        for (int i = 0; i < cell.length(); i += Character.charCount(cell.codePointAt(i))) {
            int c = cell.codePointAt(i);
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            marks = mark ? marks + 1 : 0;
            if (marks > MARKS_LIMIT) {
                faults.add(
                        RejectCode.R12_TOO_LONG,
                        "more than " + MARKS_LIMIT + " combining marks stand on one letter; correct the text");
                return false;
            }
            if (isForbidden(c)) {
                return forbidden(c, i);
            }
            unusual |= mark || c == 0x85 || c == 0x2028 || c == 0x2029;
            scripts.see(c);
        }
        if (unusual) {
            warnings.note(WarningCode.W12_NON_NFC, line);
        }
        if (scripts.confusing()) {
            warnings.note(WarningCode.W13_CONFUSABLE, line, () -> Printable.cut(cell));
        }
        return true;
    }

    private static boolean isForbidden(int c) {
        return c == 0xfffd
                || (c >= 0x7f && c < 0xa0 && c != 0x85)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private boolean forbidden(int c, int position) {
        String damaged =
                "the text was damaged before it was exported (U+FFFD stands for a lost letter); export it again";
        faults.add(
                RejectCode.R13_FORBIDDEN_CHAR,
                c == 0xfffd
                        ? damaged
                        : "the text holds the forbidden character " + codePoint(c) + " at position " + (position + 1)
                                + "; delete it at the source");
        return false;
    }

    private static String codePoint(int c) {
        return String.format("U+%04X", c);
    }

    /** Tells texts with invisible letters, or with letters of two alphabets that look alike (C140, C141). */
    private static final class Scripts {
        private boolean latin;
        private boolean lookAlike;
        private boolean invisible;

        void see(int c) {
            if (Character.getType(c) == Character.FORMAT) {
                invisible = true;
            } else if (Character.isLetter(c)) {
                Character.UnicodeScript script = Character.UnicodeScript.of(c);
                latin |= script == Character.UnicodeScript.LATIN;
                lookAlike |= script == Character.UnicodeScript.CYRILLIC || script == Character.UnicodeScript.GREEK;
            }
        }

        boolean confusing() {
            return invisible || (latin && lookAlike);
        }
    }
}
