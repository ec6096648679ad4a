package io.coverbook.azure;

/**
 * An entry that cannot be taken.
 *
 * @param number its place in the file, the first being 1
 * @param field as the source calls it
 * @param message one sentence: what is wrong and what to do
 */
public record AzureFault(int number, Kind kind, String field, String value, String message) {

    /** What is wrong with it. */
    public enum Kind {
        /** It hangs on a billing account that it does not name (O15). */
        UNRESOLVED_ACCOUNT,
        /** What kind of support plan it is cannot be told. */
        UNKNOWN_TIER,
        REQUIRED,
        DATE,
        NUMBER,
        /** A list or a bare value where an object belongs. */
        SHAPE
    }
}
