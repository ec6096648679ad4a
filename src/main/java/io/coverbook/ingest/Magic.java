package io.coverbook.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Files that are not CSV whatever their name says, told by their first bytes (C022, C023, C185). */
final class Magic {

    private static final String AGAIN = "export the table as CSV and import that";

    private record Mark(String begins, String what, String instead) {}

    private static final List<Mark> MARKS = List.of(
            new Mark("%PDF", "a PDF document", AGAIN),
            new Mark(
                    "PK\u0003\u0004",
                    "an Excel workbook or a ZIP archive",
                    "save the sheet as CSV, or unpack the archive"),
            new Mark("PK\u0005\u0006", "an empty ZIP archive", AGAIN),
            new Mark("\u00d0\u00cf\u0011\u00e0", "an old Excel workbook", "save the sheet as CSV"),
            new Mark("PAR1", "a Parquet file", AGAIN),
            new Mark("BZh", "a bzip2 archive", "unpack it, or pack it with gzip"),
            new Mark("\u00fd7zXZ\0", "an xz archive", "unpack it, or pack it with gzip"),
            new Mark("(\u00b5/\u00fd", "a zstd archive", "unpack it, or pack it with gzip"),
            new Mark("7z\u00bc\u00af", "a 7z archive", "unpack it, or pack it with gzip"),
            new Mark("Rar!", "a RAR archive", "unpack it, or pack it with gzip"),
            new Mark("\u007fELF", "a program", AGAIN),
            new Mark("\u0089PNG", "a picture", AGAIN));

    private static final List<Mark> TEXT_MARKS = List.of(
            new Mark("<!doctype", "a web page, perhaps of a login or an error", AGAIN),
            new Mark("<html", "a web page, perhaps of a login or an error", AGAIN),
            new Mark("<?xml", "an XML document", AGAIN));

    private Magic() {}

    /**
     * Refuses what is no text. Archives of several files are never opened, so that nothing in them can lead anywhere
     * (C181 to C183).
     */
    static void refuseOthers(byte[] head, String name) throws FileRefusedException {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("PK") && name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new FileRefusedException(
                    FileCode.F23_ARCHIVE,
                    0,
                    "the file is a ZIP archive, which is not opened here; unpack it and import the files, or pack each"
                            + " with gzip");
        }
        String text = bytes.startsWith("\u00ef\u00bb\u00bf") ? bytes.substring(3) : bytes;
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        for (Mark mark : MARKS) {
            if (bytes.startsWith(mark.begins())) {
                throw refused(mark);
            }
        }
        for (Mark mark : TEXT_MARKS) {
            if (start.startsWith(mark.begins())) {
                throw refused(mark);
            }
        }
    }

    private static FileRefusedException refused(Mark mark) {
        return new FileRefusedException(
                FileCode.F08_WRONG_TYPE, 0, "the file is " + mark.what() + ", not CSV; " + mark.instead());
    }
}
