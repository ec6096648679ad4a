package io.coverbook.ingest;

/** What was noticed in a file that is read all the same. */
public enum WarningCode {
    W01_BOM("the file begins with a byte order mark", true),
    W02_HEADER_VARIANT("column names are spelled otherwise than in the contract", true),
    W03_COLUMN_ORDER("the columns stand in another order than in the contract", true),
    W04_EXTRA_COLUMN("columns that are not known are left out", false),
    W05_LINE_ENDS("the file mixes two kinds of line ends", true),
    W06_BLANK_LINE("blank lines are passed over", true),
    W07_NO_FINAL_NEWLINE("the last line has no line end; check that the file is complete", false),
    W08_TRIMMED("blanks around texts are left out", true),
    W09_FORMULA_LIKE("texts begin like a formula; they are kept as they are", false),
    W10_CASE("codes are spelled otherwise than in the contract", true),
    W11_DUPLICATE_ROW("rows stand in the file more than once", false),
    W12_NON_NFC("texts hold combining marks or Unicode line separators; they are kept as they are", true),
    W13_CONFUSABLE("texts hold invisible or look-alike letters; compare the names with care", false),
    W14_SECOND_PRECISION("times are finer than a microsecond; the rest is cut off", true),
    W15_NOT_EXPORTED("the source does not tell everything; what is known already stays, and nothing is guessed", false),
    W16_UNKNOWN_VALUE("values that have no meaning here are taken as unknown", false),
    W17_LEFT_OUT("entries that tell of no plan and no cover here are left out", true),
    W18_NO_ZONE("times without a zone are taken as UTC", true),
    W19_SEVERAL("the source gives several answers and none is chosen; say which in an export of our own form", false),
    W20_INCOMPLETE("the list goes on on pages that are not here; nothing is taken as gone", false),
    W21_PART("the list shows only a part, so nothing is taken as gone", true),
    W22_FUTURE_EXPORT("the time of the export lies in the future; check the clocks, or give --exported-at", false),
    W23_REJECTS_NOT_WRITTEN("the rejected rows could not be written to a file of their own", false);

    private final String meaning;
    private final boolean remark;

    WarningCode(String meaning, boolean remark) {
        this.meaning = meaning;
        this.remark = remark;
    }

    /** One line for people. */
    public String meaning() {
        return meaning;
    }

    /** Worth noting, but nobody need look into it: lists may fold it away. */
    public boolean remark() {
        return remark;
    }
}
