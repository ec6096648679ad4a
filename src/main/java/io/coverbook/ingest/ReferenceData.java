package io.coverbook.ingest;

import io.coverbook.plan.PriceBook;
import io.coverbook.plan.TaxRates;
import io.coverbook.request.SupportTerms;
import java.util.List;
import java.util.Set;

/**
 * The reference data of a run (CONTRACT 4).
 *
 * @param upgradeDenied the countries in which an agreement cannot be upgraded (R75, P32)
 * @param notOffered the countries in which Azure is not offered (R1, P1)
 * @param support what requests for support are answered with (R3 to R53)
 * @param files every file as it was read, in order of name
 * @param hash of all of them together
 */
public record ReferenceData(
        PriceBook prices,
        TaxRates taxes,
        Set<String> upgradeDenied,
        Set<String> notOffered,
        SupportTerms support,
        List<ReferenceText> files,
        String hash) {

    /** One file: its name, the SHA-256 of its content in hex, and the content. */
    public record ReferenceText(String name, String sha256, String content) {}

    /** A file or a line that cannot be used; the message says which and what to do. */
    public static final class ReferenceException extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        ReferenceException(String message) {
            super(message);
        }
    }
}
