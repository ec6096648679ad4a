package io.coverbook.ingest;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An export opened as text, its header read: from here on it gives row after row. */
final class ExportText implements Closeable {

    private static final String SEPARATOR_LINE = "sep=";
    private static final String DELIMITERS = ",;\t|";

    private final WarningTally warnings = new WarningTally();
    private final ExportBytes bytes;
    private final RecordCutter cutter;
    private final RFC4180Parser parser;
    private final Header header;
    private final char delimiter;
    private Charset charset = StandardCharsets.UTF_8;
    private boolean marked;
    private String record = "";
    private int line;

    ExportText(Path path, ReadOptions options) throws IOException {
        bytes = new ExportBytes(path, options);
        try {
            cutter = new RecordCutter(characters(String.valueOf(path.getFileName()), options));
            delimiter = delimiter(options);
            cutter.delimiter(delimiter);
            parser = new RFC4180ParserBuilder().withSeparator(delimiter).build();
            header = readHeader();
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private CharSource characters(String name, ReadOptions options) throws IOException {
        Magic.refuseOthers(bytes.head(), name);
        TextEncoding encoding = TextEncoding.of(bytes.head(), options.encoding());
        charset = encoding.charset();
        marked = encoding.mark() > 0;
        if (marked) {
            warnings.note(WarningCode.W01_BOM, 0);
        }
        return new CharSource(bytes.content(encoding.mark()), encoding, encoding.mark());
    }

    /** The option, else what a first line {@code sep=;} says, else a comma, unless something else is plain to see. */
    private char delimiter(ReadOptions options) throws IOException {
        String first = cutter.peekLine();
        boolean told = first.length() == SEPARATOR_LINE.length() + 1 && first.startsWith(SEPARATOR_LINE);
        if (told) {
            cutter.next();
        }
        Character option = options.delimiter();
        if (option != null) {
            return option;
        }
        if (told) {
            return separatorOf(first);
        }
        if (Header.namesIn(naiveCells(first, ',')) < 2) {
            refuseOther(first);
        }
        return ',';
    }

    private static char separatorOf(String line) throws FileRefusedException {
        char separator = line.charAt(SEPARATOR_LINE.length());
        if (DELIMITERS.indexOf(separator) < 0) {
            throw new FileRefusedException(
                    FileCode.F12_DELIMITER,
                    1,
                    "the first line names '" + Printable.cut(String.valueOf(separator))
                            + "' as separator; use a comma, a semicolon, a tab or |");
        }
        return separator;
    }

    private static void refuseOther(String first) throws FileRefusedException {
        for (char other : List.of(';', '\t', '|')) {
            if (Header.namesIn(naiveCells(first, other)) >= 2) {
                String shown = other == '\t' ? "tabs" : "'" + other + "'";
                throw new FileRefusedException(
                        FileCode.F12_DELIMITER,
                        1,
                        "the columns are separated by " + shown + " instead of commas; give --delimiter "
                                + (other == '\t' ? "and a tab" : "'" + other + "'")
                                + ", or begin the file with a line sep="
                                + (other == '\t' ? " and a tab" : String.valueOf(other)));
            }
        }
    }

    private static List<String> naiveCells(String line, char between) {
        return Arrays.asList(line.split(Pattern.quote(String.valueOf(between)), -1));
    }

    private Header readHeader() throws IOException {
        String[] names = nextRow();
        if (names == null) {
            throw new FileRefusedException(
                    FileCode.F01_EMPTY, 0, "the file is empty, not even a header is there; export it again");
        }
        return new Header(names, line());
    }

    char delimiter() {
        return delimiter;
    }

    Charset charset() {
        return charset;
    }

    /** Whether the text begins with a byte order mark. */
    boolean marked() {
        return marked;
    }

    Header header() {
        return header;
    }

    /** The cells of the next row, null at the end of the file; blank lines are passed over and counted. */
    String @Nullable [] nextRow() throws IOException {
        String next = cutter.next();
        while (next != null && next.isEmpty()) {
            warnings.note(WarningCode.W06_BLANK_LINE, cutter.recordLine());
            next = cutter.next();
        }
        if (next == null) {
            return null;
        }
        record = next;
        line = cutter.recordLine();
        return parser.parseLine(next);
    }

    /** The line on which the row given last begins. */
    int line() {
        return line;
    }

    /** The row given last, as it stands in the file. */
    String record() {
        return record;
    }

    WarningTally warnings() {
        return warnings;
    }

    /** To be called after the last row: what can be said of the whole file only now, and its checksum. */
    String finish() throws IOException {
        if (cutter.mixedLineEnds()) {
            warnings.note(WarningCode.W05_LINE_ENDS, 0);
        }
        if (cutter.noFinalLineEnd()) {
            warnings.note(WarningCode.W07_NO_FINAL_NEWLINE, line());
        }
        return bytes.finish();
    }

    @Override
    public void close() throws IOException {
        cutter.close();
    }
}
