package io.coverbook.ingest;

/** Why a whole file is refused. The codes are those of the import manual; a code that no reader gives yet keeps its place. */
public enum FileCode {
    F01_EMPTY("the file holds nothing"),
    F02_NOT_READY("the file is still being written"),
    F03_TRUNCATED("the end of the file is missing"),
    F04_CHECKSUM("the content does not agree with its checksum"),
    F05_TOTALS("the content does not agree with the totals given for it"),
    F06_ENCODING("the bytes are not text of the expected encoding"),
    F07_FORBIDDEN_BYTES("the file holds bytes that no text holds"),
    F08_WRONG_TYPE("the file is not an export that can be read, or not the one its name says"),
    F09_NO_HEADER("the first line is not a header"),
    F10_HEADER_DUPLICATE("the header names a column twice, or stands twice in the file"),
    F11_HEADER_MISSING_COLUMN("a required column is missing"),
    F12_DELIMITER("the columns are separated by another character than expected"),
    F13_QUOTING("quotes or line ends are broken, so rows cannot be told apart"),
    F14_TOO_LARGE("the file is larger than the limit"),
    F15_TOO_LONG("a line is longer, or has more columns, than any export has"),
    F16_UNSAFE_PATH("the path is not a plain file of the given folder"),
    F17_STALE_EXPORT("a newer export of the kind has been imported already"),
    F18_DUPLICATE_FILE("the very file has been imported already"),
    F19_SEQUENCE_GAP("an earlier export of the series is missing"),
    F20_EXPORT_TIME("the time of the export cannot be read from the name"),
    F21_SHRINK_GUARD("the snapshot drops more rows than is allowed"),
    F22_REJECT_THRESHOLD("more rows were rejected than is allowed"),
    F23_ARCHIVE("the compressed file is damaged, or none of gzip"),
    F24_JSON_SYNTAX("the JSON is malformed"),
    F25_JSON_LIMIT("the JSON is deeper or larger than any export is"),
    F26_IO("the file cannot be opened or read"),
    F27_SCHEMA_VERSION("the form of the export is of an unknown version"),
    F28_WRONG_ENVIRONMENT("the export is of another environment"),
    F29_CONFLICTING_SNAPSHOT("two snapshots of one time contradict each other"),
    F30_AMBIGUOUS_DATES("the days can be read in two ways");

    private final String meaning;

    FileCode(String meaning) {
        this.meaning = meaning;
    }

    /** One line for people. */
    public String meaning() {
        return meaning;
    }
}
