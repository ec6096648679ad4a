package io.coverbook.ingest;

import static io.coverbook.ingest.Outcome.SUBS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** The corpus of bad exports: each file built from code, beside it what must become of it. */
enum CorpusCase {
    C001("a file of 0 bytes", () -> new byte[0], "F01_EMPTY@0"),
    C002("only a byte order mark", () -> text("\uFEFF"), "F01_EMPTY@0"),
    C003("only the header", () -> subs(), "good 0"),
    C005("UTF-8 with a byte order mark", () -> text("\uFEFF" + SUBS + good(1)), "good 1 W01_BOM"),
    C006("byte order mark twice", () -> text("\uFEFF\uFEFF" + SUBS + good(1)), "F09_NO_HEADER@1"),
    C007("two files joined", () -> text(SUBS + good(1) + "\uFEFF" + SUBS + good(2)), "F10_HEADER_DUPLICATE@3"),
    C008("UTF-16 with a byte order mark", () -> bytes("\uFEFF" + SUBS + good(1), UTF_16LE), "good 1 W01_BOM"),
    C008_BE("UTF-16, the other way round", () -> bytes("\uFEFF" + SUBS + good(1), UTF_16BE), "good 1 W01_BOM"),
    C008_BARE("UTF-16 without a mark", () -> bytes(SUBS + good(1), UTF_16LE), "F06_ENCODING@1"),
    C010("UTF-32", () -> bytes("\uFEFF" + SUBS, Charset.forName("UTF-32LE")), "F06_ENCODING@1"),
    C011("Latin-1", () -> bytes(SUBS + good(1) + name("\u00c5sa"), ISO_8859_1), "F06_ENCODING@3"),
    C012("Windows-1252", () -> bytes(SUBS + name("a\u0093b"), ISO_8859_1), "F06_ENCODING@2"),
    C013_OVERLONG("overlong UTF-8", () -> bytes(SUBS + name("\u00c0\u00af"), ISO_8859_1), "F06_ENCODING@2"),
    C013_CESU("surrogates in UTF-8", () -> bytes(SUBS + name("\u00ed\u00a0\u0080"), ISO_8859_1), "F06_ENCODING@2"),
    C013_HIGH("bytes above F4", () -> bytes(SUBS + name("\u00f5\u0080"), ISO_8859_1), "F06_ENCODING@2"),
    C013_CUT("the last letter cut", () -> cut(text(SUBS + "S-1,BA-1,\u20ac"), 1), "F06_ENCODING@2"),
    C015("U+FFFD in the data", () -> subs(name("a\uFFFDb")), "good 0 R13_FORBIDDEN_CHAR@2:display_name"),
    C016("a NUL byte in a cell", () -> subs(good(1), name("a\0b")), "F07_FORBIDDEN_BYTES@3"),
    C017("NUL bytes at the end", () -> text(SUBS + good(1) + "\0".repeat(5000)), "F03_TRUNCATED@3"),
    C017_MID("NUL bytes from the middle of a row", () -> text(SUBS + "S-1,B" + "\0".repeat(70_000)), "F03_TRUNCATED@2"),
    C018("a control character", () -> subs(name("a\u0001b")), "good 0 R13_FORBIDDEN_CHAR@2:display_name"),
    C020("the end mark of COPY", () -> subs(good(1), "\\.\n", good(2)), "good 2 R01_COLUMN_COUNT@3"),
    C021("U+2028 in a name", () -> subs(name("a\u2028b")), "good 1 W12_NON_NFC"),
    C021_NEL("U+0085 in a name", () -> subs(name("a\u0085b")), "good 1 W12_NON_NFC"),
    C022_PDF("a PDF", () -> text("%PDF-1.7\n"), "F08_WRONG_TYPE@0"),
    C022_XLSX("an Excel workbook", () -> text("PK\u0003\u0004\u0014"), "F08_WRONG_TYPE@0"),
    C185("an XML workbook", () -> text("<?xml version=\"1.0\"?><Workbook/>"), "F08_WRONG_TYPE@0"),
    C022_JSON("JSON", () -> text("{\"value\":[]}"), "F08_WRONG_TYPE@0"),
    C023("a login page", () -> text("\n <!DOCTYPE html><html>"), "F08_WRONG_TYPE@0"),
    C025("LF and CRLF mixed", () -> subs(good(1).replace("\n", "\r\n"), good(2)), "good 2 W05_LINE_ENDS"),
    C025_CRLF("CRLF alone", () -> text((SUBS + good(1)).replace("\n", "\r\n")), "good 1"),
    C026("old Mac line ends", () -> text((SUBS + good(1)).replace("\n", "\r")), "F13_QUOTING@1"),
    C027("a carriage return in a cell", () -> subs(good(1), name("a\rb")), "F13_QUOTING@3"),
    C028("no final line end", () -> cut(subs(good(1), good(2)), 1), "good 2 W07_NO_FINAL_NEWLINE"),
    C031("blank lines between rows", () -> subs(good(1), "\n\n", good(2)), "good 2 W06_BLANK_LINE"),
    C032("10 000 blank lines at the end", () -> subs(good(1), "\n".repeat(10_000)), "good 1 W06_BLANK_LINE"),
    C033("text behind the last row", () -> subs(good(1), "(1 rows)\n"), "good 1 R01_COLUMN_COUNT@3"),
    C035("the header repeated", () -> subs(good(1), SUBS, good(2)), "F10_HEADER_DUPLICATE@3"),
    C036("doubled quotes", () -> subs(name("\"a\"\"b\"")), "good 1"),
    C037("quotes escaped by a backslash", () -> subs(good(1), name("\"a\\\"b\"")), "F13_QUOTING@3"),
    C038("backslashes in the data", () -> subs(name("\"C:\\dir\\\""), good(2)), "good 2"),
    C040("text behind a closing quote", () -> subs(name("\"a\"b"), good(2)), "F13_QUOTING@2"),
    C040_MID("a quote inside a bare cell", () -> subs(name("5\" disk")), "F13_QUOTING@2"),
    C041("a quote never closed", () -> subs(good(1), "S-2,BA-1,\"" + good(3).repeat(120_000)), "F13_QUOTING@3"),
    C041_END("a quote open at the end", () -> subs(good(1), "S-2,BA-1,\"abc"), "F13_QUOTING@3"),
    C042("a line break in an id", () -> subs(id("\"S\n1\"")), "good 0 R13_FORBIDDEN_CHAR@2:subscription_id"),
    C042_NAME(
            "a line break in a name",
            () -> subs(name("\"a\r\nb\""), created("x")),
            "good 1 R05_DATE_SYNTAX@4:created_on"),
    C043("a cell of 10 000 lines", () -> subs(name("\"" + "x\n".repeat(10_000) + "\"")), "F13_QUOTING@2"),
    C045("single quotes", () -> subs(id("'S-1'")), "good 0 R03_ID_SYNTAX@2:subscription_id"),
    C046("typographic quotes in an id", () -> subs(id("\u201cS-1\u201d")), "good 0 R03_ID_SYNTAX@2:subscription_id"),
    C046_NAME("typographic quotes in a name", () -> subs(name("\u201cS\u201d")), "good 1"),
    C047("semicolons", () -> text((SUBS + good(1)).replace(",", ";")), "F12_DELIMITER@1"),
    C047_QUOTED("semicolons, all quoted", () -> text(quoted(SUBS + good(1)).replace(",", ";")), "F12_DELIMITER@1"),
    C048("tabs", () -> text((SUBS + good(1)).replace(",", "\t")), "F12_DELIMITER@1"),
    C050(
            "a first line sep=;",
            () -> text("sep=;\n" + (SUBS + created("x")).replace(",", ";")),
            "good 0 R05_DATE_SYNTAX@3:created_on"),
    C051("a bare comma in an amount", () -> plan("promo_price", "1,234.50"), "good 0 R01_COLUMN_COUNT@2"),
    C052("all cells quoted", () -> text(quoted(SUBS + good(1))), "good 1"),
    C053("too few cells", () -> subs("S-1,BA-1\n"), "good 0 R01_COLUMN_COUNT@2"),
    C055("trailing commas everywhere", () -> text((SUBS + good(1)).replace("\n", ",\n")), "good 1 W04_EXTRA_COLUMN"),
    C056(
            "trailing commas in rows only",
            () -> subs(good(1).replace("\n", ",\n").repeat(101)),
            "F22_REJECT_THRESHOLD@0"),
    C056_FEW(
            "100 rejected rows are few",
            () -> subs(good(1).replace("\n", ",\n").repeat(100)),
            "good 0" + " R01_COLUMN_COUNT@%d".repeat(100)),
    C057("no header", () -> text(good(1)), "F09_NO_HEADER@1"),
    C058(
            "another order of columns",
            () -> text("billing_account_id,subscription_id\nBA-1,S-1\n"),
            "good 1 W03_COLUMN_ORDER"),
    C060(
            "blanks around column names",
            () -> text(" subscription_id ,billing_account_id\u00a0\nS-1,BA-1\n"),
            "good 1 W02_HEADER_VARIANT"),
    C061(
            "a column twice",
            () -> text("subscription_id,billing_account_id,Subscription-ID\n"),
            "F10_HEADER_DUPLICATE@1"),
    C062(
            "a word the contract does not know",
            () -> text("subscription_id,billing_account_id,enrollment_number\nS-1,BA-1,\n"),
            "good 1 W04_EXTRA_COLUMN"),
    C063(
            "a required column missing",
            () -> text("subscription_id,billing_acount_id,state\n"),
            "F11_HEADER_MISSING_COLUMN@1"),
    C065(
            "an unknown column",
            () -> text("subscription_id,billing_account_id,colour\nS-1,BA-1,red\n"),
            "good 1 W04_EXTRA_COLUMN"),
    C066("Swedish column names", () -> text("abonnemang,konto,namn\n"), "F11_HEADER_MISSING_COLUMN@1"),
    C067(
            "a Cyrillic letter in a column name",
            () -> text("sub\u0441cription_id,billing_account_id\n"),
            "F11_HEADER_MISSING_COLUMN@1"),
    C068("10 000 columns", () -> text("c,".repeat(9_999) + "c\n"), "F15_TOO_LONG@1"),
    C081("an id in two cases is two ids", () -> subs(good(1), good(1).toLowerCase(Locale.ROOT)), "good 2 W10_CASE"),
    C082("a blank behind an id", () -> subs(id("S-1 ")), "good 0 R03_ID_SYNTAX@2:subscription_id"),
    C082_NBSP("a hard blank behind an id", () -> subs(id("S-1\u00a0")), "good 0 R03_ID_SYNTAX@2:subscription_id"),
    C083("an id outside ASCII", () -> subs(id("S-\u00e9")), "good 0 R03_ID_SYNTAX@2:subscription_id"),
    C123("a million digits", () -> plan("promo_price", "9".repeat(1_000_000)), "good 0 R12_TOO_LONG@2:promo_price"),
    C128("other spellings of a tier", () -> plan("plan_tier", "Pro-Direct"), "good 1 W10_CASE"),
    C131("an unknown state", () -> subs(state("SPENDING_LIMIT")), "good 0 R04_ENUM@2:state"),
    C132("yes for ON", () -> plan("auto_renew", "yes"), "good 1 W10_CASE"),
    C132_ONE("1 for ON", () -> plan("auto_renew", "1"), "good 0 R04_ENUM@2:auto_renew"),
    C133("a backslash in an id", () -> subs(id("..\\S")), "good 0 R03_ID_SYNTAX@2:subscription_id"),
    C133_ARM("a resource id", () -> subs(id("/subscriptions/1")), "good 1"),
    C135("an id of 500 characters", () -> subs(id("S".repeat(500))), "good 0 R12_TOO_LONG@2:subscription_id"),
    C136("an id that Excel rounded", () -> subs(id("1.23457E+12")), "good 0 R03_ID_SYNTAX@2:subscription_id"),
    C137(
            "a name like a formula",
            () -> subs(name("\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")),
            "good 1 W09_FORMULA_LIKE"),
    C137_TAB("a name that begins with a tab", () -> subs(name("\t=1")), "good 1 W08_TRIMMED W09_FORMULA_LIKE"),
    C138("a name like a script", () -> subs(name("<script>{{7*7}}${jndi:ldap://x}%s%n")), "good 1"),
    C140("an invisible letter in an id", () -> subs(id("S-\u202e1")), "good 0 R13_FORBIDDEN_CHAR@2:subscription_id"),
    C140_NAME("an invisible letter in a name", () -> subs(name("a\u200bb")), "good 1 W13_CONFUSABLE"),
    C141("a name of two alphabets", () -> subs(name("\u0410zure")), "good 1 W13_CONFUSABLE"),
    C142("pictures in a name", () -> subs(name("\ud83d\ude00 \ud840\udc00")), "good 1"),
    C145("300 marks on one letter", () -> subs(name("e" + "\u0301".repeat(300))), "good 0 R12_TOO_LONG@2:display_name"),
    C146("blanks around a name", () -> subs(name(" Ann ")), "good 1 W08_TRIMMED"),
    C148("a line break for the log", () -> subs(name("\"a\nERROR b\"")), "good 1"),
    C196("a plan of two agreements", () -> plan("linked_ea_id", "EA-1;EA-2"), "good 0 R15_INCONSISTENT@2:linked_ea_id"),
    LINE_LIMIT("a row of 5 million characters", () -> subs(good(1), name("x".repeat(5_000_000))), "F15_TOO_LONG@3"),
    GZ("gzip", () -> gzip(subs(good(1))), "good 1"),
    GZ_TWO("two gzip members", () -> joined(gzip(subs(good(1))), gzip(text(good(2)))), "good 2"),
    C177("gzip cut short", () -> share(gzip(subs(many())), 30), "F03_TRUNCATED@0"),
    C177_LAST("the last byte of gzip missing", () -> cut(gzip(subs(many())), 1), "F03_TRUNCATED@0"),
    C178("a bit of the checksum flipped", () -> flipped(gzip(subs(many())), 6), "F04_CHECKSUM@0"),
    C178_SECOND(
            "the second gzip member damaged",
            () -> joined(gzip(subs(good(1))), headless(gzip(text(good(2))))),
            "F23_ARCHIVE@0"),
    C178_AFTER("bytes behind the end of gzip", () -> joined(gzip(subs(good(1))), text("\0\0\0")), "F23_ARCHIVE@0"),
    C180("a gzip bomb", () -> gzip(subs(good(1), "\n".repeat(40_000_000))), "F23_ARCHIVE@0");

    final String input;
    final Supplier<byte[]> file;
    final String expected;

    CorpusCase(String input, Supplier<byte[]> file, String expected) {
        this.input = input;
        this.file = file;
        this.expected = numbered(expected);
    }

    /** Lines from 2 on in place of %d. */
    private static String numbered(String expected) {
        String text = expected;
        for (int line = 2; text.contains("%d"); line++) {
            text = text.replaceFirst("%d", String.valueOf(line));
        }
        return text;
    }

    static byte[] subs(String... rows) {
        return text(SUBS + String.join("", rows));
    }

    static String good(int number) {
        return "S-" + number + ",BA-1,Shop,USAGE_BASED,,ACTIVE,2025-01-01\n";
    }

    private static String many() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            rows.append(good(i * 7919 % 1_000_003));
        }
        return rows.toString();
    }

    private static String id(String cell) {
        return good(1).replace("S-1", cell);
    }

    private static String name(String cell) {
        return good(1).replace("Shop", cell);
    }

    private static String state(String cell) {
        return good(1).replace("ACTIVE", cell);
    }

    private static String created(String cell) {
        return good(1).replace("2025-01-01", cell);
    }

    private static byte[] plan(String column, String cell) {
        String header = "subscription_id,billing_account_id,product_category,plan_tier,channel,purchased_at,auto_renew,"
                + "promo_price,linked_ea_id\n";
        String[] row = {
            "PL-1", "BA-1", "AZURE_SUPPORT", "STANDARD", "AZURE_PORTAL", "2026-01-31T08:15:00Z", "ON", "", ""
        };
        row[Arrays.asList(header.strip().split(",", -1)).indexOf(column)] = cell;
        return text(header + String.join(",", row) + "\n");
    }

    private static String quoted(String rows) {
        return "\"" + rows.strip().replace(",", "\",\"").replace("\n", "\"\n\"") + "\"\n";
    }

    static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static byte[] cut(byte[] file, int bytes) {
        return Arrays.copyOf(file, file.length - bytes);
    }

    private static byte[] share(byte[] file, int percent) {
        return Arrays.copyOf(file, file.length * percent / 100);
    }

    private static byte[] flipped(byte[] file, int fromEnd) {
        byte[] copy = file.clone();
        copy[copy.length - fromEnd] ^= 1;
        return copy;
    }

    private static byte[] headless(byte[] file) {
        return Arrays.copyOfRange(file, 1, file.length);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
