package io.coverbook.ingest;

/** Why a row cannot be read (RELIABILITY 3). */
public enum RejectCode {
    R01_COLUMN_COUNT,
    R02_REQUIRED,
    R03_ID_SYNTAX,
    R04_ENUM,
    R05_DATE_SYNTAX,
    R06_DATE_RANGE,
    R07_DATE_ORDER,
    R08_NUMBER_SYNTAX,
    R09_NUMBER_RANGE,
    R10_SCALE,
    R11_CURRENCY,
    R12_TOO_LONG,
    R13_FORBIDDEN_CHAR,
    R14_COUNTRY,
    R15_INCONSISTENT
}
