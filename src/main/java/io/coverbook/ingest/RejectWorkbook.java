package io.coverbook.ingest;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as a workbook in which every cell is text, so that nothing is a formula, a number or a date (C137). */
final class RejectWorkbook {

    private static final int LONGEST = 32_767;

    private RejectWorkbook() {}

    static void write(Path path, List<String[]> rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
                Workbook book = new Workbook(out, "Coverbook", null)) {
            Worksheet sheet = book.newWorksheet("rejected");
            for (int r = 0; r < rows.size(); r++) {
                String[] row = rows.get(r);
                for (int c = 0; c < row.length; c++) {
                    sheet.inlineString(r, c, printable(row[c]));
                    sheet.style(r, c).format("@").set();
                }
            }
            sheet.freezePane(0, 1);
        }
    }

    /** XML holds no control characters and no half letters. */
    private static String printable(String cell) {
        String cut = Printable.cutAt(cell, LONGEST);
        StringBuilder out = new StringBuilder(cut.length());
        cut.codePoints().forEach(c -> {
            boolean held =
                    c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && !surrogate(c) && c != 0xfffe && c != 0xffff);
            out.appendCodePoint(held ? c : 0xfffd);
        });
        return out.toString();
    }

    private static boolean surrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
