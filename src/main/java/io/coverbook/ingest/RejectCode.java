package io.coverbook.ingest;

/** Why a row cannot be read (RELIABILITY 3). */
public enum RejectCode {
    R01_COLUMN_COUNT("the row has more or fewer cells than the header"),
    R02_REQUIRED("something is missing that a row of its kind needs"),
    R03_ID_SYNTAX("not an id"),
    R04_ENUM("not one of the words that are known for it"),
    R05_DATE_SYNTAX("not a date, or one that is not in the calendar"),
    R06_DATE_RANGE("a date outside 1970 to 2099"),
    R07_DATE_ORDER("an end before its beginning"),
    R08_NUMBER_SYNTAX("not a plain number"),
    R09_NUMBER_RANGE("a number that cannot be"),
    R10_SCALE("more decimals than the currency has"),
    R11_CURRENCY("not a currency of ISO 4217"),
    R12_TOO_LONG("longer than can be kept"),
    R13_FORBIDDEN_CHAR("a character that no such text holds"),
    R14_COUNTRY("not a country of ISO 3166"),
    R15_INCONSISTENT("parts of the row contradict each other"),
    R16_UNRESOLVED_ACCOUNT("an entry of Azure's that does not name its billing account");

    private final String meaning;

    RejectCode(String meaning) {
        this.meaning = meaning;
    }

    /** One line for people. */
    public String meaning() {
        return meaning;
    }
}
