package io.coverbook.ingest;

import io.coverbook.azure.AzureEntry;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The rejected rows of a file as a file that can be worked off: each row exactly as it stands in the original, behind what
 * is wrong with it. Corrected, it is itself a file that can be imported: the columns that begin with {@code _} are passed
 * over, and what it lacks is not taken as gone. Beside it lies the same as a workbook, all cells text, for reading.
 */
final class RejectFile {

    /** What stands before the original columns. */
    static final List<String> COLUMNS = List.of("_code", "_line", "_field", "_value", "_message", "_hint");

    static final String MARK = ".rejected";

    private final ExportFile file;
    private final ReadOptions options;
    private final Map<Integer, Reject> rejects = new TreeMap<>();
    private final List<String[]> sheet = new ArrayList<>();

    private RejectFile(ExportFile file, ReadOptions options, List<Reject> rejected) {
        this.file = file;
        this.options = options;
        rejected.forEach(reject -> rejects.putIfAbsent(reject.line(), reject));
    }

    /** Writes the files into the folder of the options; the first of them. */
    static Path write(ExportFile file, ReadOptions options, List<Reject> rejected) throws IOException {
        return new RejectFile(file, options, rejected).write(Objects.requireNonNull(options.rejects()));
    }

    private Path write(Path folder) throws IOException {
        ExportFile.Origin origin = file.origin();
        boolean json = origin != null && !AzureReading.isTable(origin);
        String stem = file.name().replaceAll("(?i)(\\.(csv|json|jsonl|ndjson|tsv|txt))?(\\.gz)?$", "");
        Path target = folder.resolve(stem.replace('/', '_') + MARK + (json ? ".json" : ".csv"));
        Files.createDirectories(folder);
        Path unfinished = target.resolveSibling(target.getFileName() + ".tmp");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            if (json) {
                entries(Objects.requireNonNull(origin), out);
            } else {
                rows(out);
            }
        }
        move(unfinished, target);
        Path workbook = folder.resolve(stem.replace('/', '_') + MARK + ".xlsx");
        Path book = workbook.resolveSibling(workbook.getFileName() + ".tmp");
        RejectWorkbook.write(book, sheet);
        move(book, workbook);
        return target;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void rows(OutputStream out) throws IOException {
        try (ExportText text = new ExportText(file.path(), options);
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, text.charset()))) {
            char between = text.delimiter();
            writer.write(text.marked() ? "\uFEFF" : "");
            writer.write(between == ',' ? "" : "sep=" + between + "\n");
            writer.write(String.join(String.valueOf(between), COLUMNS) + between + text.record() + "\n");
            sheet.add(together(COLUMNS.toArray(String[]::new), text.header().names()));
            for (String[] row = text.nextRow(); row != null; row = text.nextRow()) {
                Reject reject = rejects.get(text.line());
                if (reject != null) {
                    String[] told = told(reject);
                    StringBuilder line = new StringBuilder();
                    for (String cell : told) {
                        line.append(quoted(cell, between)).append(between);
                    }
                    writer.write(line.append(text.record()).append('\n').toString());
                    sheet.add(together(told, row));
                }
            }
        }
    }

    private static String[] told(Reject reject) {
        String message = reject.message();
        int hint = message.indexOf("; ");
        return new String[] {
            reject.code().name(),
            String.valueOf(reject.line()),
            reject.field(),
            reject.value(),
            hint < 0 ? message : message.substring(0, hint),
            hint < 0 ? "" : message.substring(hint + 2)
        };
    }

    /** Never as a formula: it is what we write, not what the file said. */
    private static String quoted(String cell, char between) {
        String safe = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean quotes = safe.indexOf(between) >= 0 || safe.indexOf('"') >= 0 || safe.indexOf('\n') >= 0;
        return quotes ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static String[] together(String[] told, String[] row) {
        String[] all = new String[told.length + row.length];
        System.arraycopy(told, 0, all, 0, told.length);
        System.arraycopy(row, 0, all, told.length, row.length);
        return all;
    }

    /** Each entry keeps its bytes; what is wrong with it becomes its first value. */
    private void entries(ExportFile.Origin origin, OutputStream out) throws IOException {
        sheet.add(together(COLUMNS.toArray(String[]::new), new String[] {"entry"}));
        out.write("{\"value\":[".getBytes(StandardCharsets.UTF_8));
        int before = 0;
        boolean first = true;
        for (Path part : origin.parts()) {
            Map<Integer, long[]> ranges = new TreeMap<>();
            int count = ranges(part, before, ranges);
            try (ExportBytes bytes = new ExportBytes(part, options)) {
                TextCutter cutter = new TextCutter(JsonText.utf8(bytes, options));
                for (Map.Entry<Integer, long[]> range : ranges.entrySet()) {
                    String entry = cutter.cut(range.getValue()[0], range.getValue()[1]);
                    out.write((first ? "\n" : ",\n").getBytes(StandardCharsets.UTF_8));
                    out.write(entry(Objects.requireNonNull(rejects.get(range.getKey())), entry));
                    first = false;
                }
            }
            before += count;
        }
        out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
    }

    private byte[] entry(Reject reject, String entry) {
        String[] told = told(reject);
        sheet.add(together(told, new String[] {entry}));
        StringBuilder json = new StringBuilder();
        int open = entry.indexOf('{');
        if (open == 0) {
            json.append("{\"_rejected\":{");
            for (int i = 0; i < told.length; i++) {
                json.append(i == 0 ? "" : ",")
                        .append('"')
                        .append(COLUMNS.get(i), 1, COLUMNS.get(i).length());
                json.append("\":\"").append(escaped(told[i])).append('"');
            }
            boolean empty = entry.substring(1).strip().equals("}");
            json.append('}').append(empty ? "" : ",").append(entry, 1, entry.length());
        } else {
            json.append(entry);
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Where the rejected entries lie; how many entries the part has. */
    private int ranges(Path part, int before, Map<Integer, long[]> ranges) throws IOException {
        int count = 0;
        try (JsonText text = new JsonText(part, options)) {
            for (AzureEntry entry = text.next(); entry != null; entry = text.next()) {
                count++;
                if (rejects.containsKey(before + entry.number())) {
                    ranges.put(
                            before + entry.number(),
                            new long[] {text.reader().begins(), text.reader().ends()});
                }
            }
        }
        return count;
    }

    /** Cuts pieces in order out of a text of bytes that are UTF-8, or of characters. */
    private static final class TextCutter {
        private final InputStream in;
        private long at;

        private TextCutter(InputStream in) {
            this.in = in;
        }

        private String cut(long from, long until) throws IOException {
            in.skipNBytes(from - at);
            byte[] piece = in.readNBytes((int) (until - from));
            at = until;
            return new String(piece, StandardCharsets.UTF_8);
        }
    }
}
