package io.coverbook.ingest;

import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Codes of countries and currencies. Countries include the codes that ISO 3166 leaves to its users (AA, QM to QZ, XA to
 * XZ, ZZ), for some are in wide use, such as XK.
 */
final class Codes {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern USER_ASSIGNED = Pattern.compile("AA|Q[M-Z]|X[A-Z]|ZZ");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toCollection(HashSet::new));

    private static final String NO_CURRENCY = "XXX";

    private Codes() {}

    static @Nullable String country(String cell, Faults faults) {
        String code = cell.toUpperCase(Locale.ROOT);
        if (COUNTRIES.contains(code) || USER_ASSIGNED.matcher(code).matches()) {
            return code;
        }
        String hint = code.equals("UK") ? ", did you mean GB?" : ";";
        faults.add(
                RejectCode.R14_COUNTRY,
                "unknown country '" + Printable.cut(cell) + "'" + hint
                        + " write the two letters of ISO 3166, such as SE");
        return null;
    }

    /**
     * Not XAU and the like, in which nobody can be billed; XXX, which stands for an unknown one, only where a source cannot
     * tell it.
     */
    static @Nullable String currency(String cell, boolean unknownToo, Faults faults) {
        String code = cell.toUpperCase(Locale.ROOT);
        if (CURRENCIES.contains(code) || (unknownToo && code.equals(NO_CURRENCY))) {
            return code;
        }
        faults.add(
                RejectCode.R11_CURRENCY,
                "unknown currency '" + Printable.cut(cell) + "'; write the three letters of ISO 4217, such as EUR");
        return null;
    }
}
