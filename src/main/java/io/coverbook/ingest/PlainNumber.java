package io.coverbook.ingest;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts and counts, written in ASCII digits with a decimal point and nothing else. */
final class PlainNumber {

    private static final Pattern COMMA = Pattern.compile("-?[0-9. ]{1,20},[0-9]{1,10}");
    private static final String SAY_COMMA = "; or give --decimal , if the whole file writes amounts so";

    private static final int LENGTH_LIMIT = 40;
    private static final int WHOLE_DIGITS = 15;
    private static final int DECIMALS = 4;
    private static final int COUNT_DIGITS = 6;

    private PlainNumber() {}

    /**
     * A price, from 0 on (P51). Its decimals must fit the currency where that is known; where it is not, four are taken,
     * which is more than any currency has.
     */
    static @Nullable BigDecimal price(String cell, @Nullable String currency, Faults faults) {
        if (!plain(cell, faults)) {
            return null;
        }
        BigDecimal amount = new BigDecimal(cell).stripTrailingZeros();
        BigDecimal price = amount.scale() < 0 ? amount.setScale(0) : amount;
        if (price.precision() - price.scale() > WHOLE_DIGITS) {
            faults.add(
                    RejectCode.R09_NUMBER_RANGE,
                    "no price has more than " + WHOLE_DIGITS + " digits before the point; correct it");
            return null;
        }
        int decimals = currency == null
                ? DECIMALS
                : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        if (price.scale() > decimals) {
            faults.add(
                    RejectCode.R10_SCALE,
                    "an amount" + (currency == null ? "" : " in " + currency) + " has at most " + decimals
                            + " decimals; round it at the source");
            return null;
        }
        return price;
    }

    /** A sum that may be a credit and be as fine as its source makes it. */
    static @Nullable BigDecimal sum(String cell, Faults faults) {
        String size = cell.charAt(0) == '-' ? cell.substring(1) : cell;
        if (size.isEmpty() || !plain(size, faults)) {
            return null;
        }
        BigDecimal amount = new BigDecimal(cell);
        if (amount.precision() - amount.scale() > WHOLE_DIGITS) {
            faults.add(
                    RejectCode.R09_NUMBER_RANGE,
                    "no amount has more than " + WHOLE_DIGITS + " digits before the point; correct it");
            return null;
        }
        return amount;
    }

    static @Nullable Integer count(String cell, Faults faults) {
        if (!plain(cell, faults)) {
            return null;
        }
        if (cell.indexOf('.') >= 0) {
            faults.add(RejectCode.R08_NUMBER_SYNTAX, "not a whole number; write digits alone, such as 3");
            return null;
        }
        if (cell.length() > COUNT_DIGITS) {
            faults.add(RejectCode.R09_NUMBER_RANGE, "larger than 999999; correct it");
            return null;
        }
        return Integer.valueOf(cell);
    }

    /** The length comes first: reading a million digits takes a BigDecimal minutes. */
    private static boolean plain(String cell, Faults faults) {
        if (cell.length() > LENGTH_LIMIT) {
            faults.add(RejectCode.R12_TOO_LONG, "no number has " + cell.length() + " characters; correct it");
            return false;
        }
        if (digits(cell, 0)) {
            return true;
        }
        if (cell.charAt(0) == '-' && digits(cell, 1)) {
            faults.add(RejectCode.R09_NUMBER_RANGE, "a negative number has no meaning here; correct it");
        } else {
            faults.add(
                    RejectCode.R08_NUMBER_SYNTAX,
                    "not a plain number; write digits with a decimal point, such as 1234.50, and leave the cell empty for"
                            + " 'none'"
                            + (COMMA.matcher(cell).matches() ? SAY_COMMA : ""));
        }
        return false;
    }

    /** Digits, or digits, a point and digits. */
    private static boolean digits(String cell, int from) {
        int points = 0;
        for (int i = from; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '.') {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return points <= 1 && cell.length() > from && cell.charAt(from) != '.' && cell.charAt(cell.length() - 1) != '.';
    }
}
