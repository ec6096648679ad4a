package io.coverbook.azure;

/** What is worth knowing of a list that is taken all the same. */
public enum AzureNote {
    /** A value that our words have none for; it is taken as unknown (O12). */
    UNKNOWN_VALUE,
    /** Something the source cannot tell (L11). */
    NOT_EXPORTED,
    /** An entry that tells of nothing we keep. */
    LEFT_OUT,
    /** A time without zone was taken as UTC (O19). */
    NO_ZONE,
    /** Several answers of which none can be chosen (O31). */
    SEVERAL,
    /** The list shows only a part, so nothing is taken as gone. */
    PART
}
