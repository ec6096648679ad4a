package io.coverbook.ingest;

import io.coverbook.plan.RoleScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The cells of the row at hand, read one by one to what their column means. Every value read goes into the row's
 * fingerprint, in the order of reading.
 *
 * <p>A cell that cannot be read is noted among the faults and replaced by an empty or arbitrary value; a row with faults
 * is never handed on, so such a value is never seen.
 */
final class Cells {

    private static final int TEXT_LIMIT = 500;
    private static final int LIST_LIMIT = 2000;
    private static final int ENUM_LIMIT = 100;

    /** More ids than a management group can have below it; the actions of a custom role are fewer. */
    private static final int MEMBERS_LIMIT = 1 << 20;

    private enum Truth {
        TRUE,
        FALSE
    }

    private static final Spellings<Truth> TRUTHS = Spellings.of(Truth.class, "TRUE: Yes; FALSE: No");

    private final Faults faults = new Faults();
    private final Fingerprint fingerprint = new Fingerprint();
    private final WarningTally warnings;
    private final Words words;
    private final @Nullable DayForm days;
    private final boolean decimalComma;
    private boolean unknownCurrency;
    private String[] row = {};
    private int line;

    Cells(WarningTally warnings, ReadOptions options) {
        this.warnings = warnings;
        this.days = options.dates();
        this.decimalComma = options.decimalComma();
        this.words = new Words(warnings, faults);
    }

    /** For sources that cannot tell every account's currency: XXX is then one that is not known. */
    Cells withUnknownCurrency() {
        unknownCurrency = true;
        return this;
    }

    void nextRow(String[] cells, int beginsOn) {
        row = cells;
        line = beginsOn;
        faults.nextRow();
    }

    int line() {
        return line;
    }

    Faults faults() {
        return faults;
    }

    /** Everything read from here on makes the fingerprint; what was read before does not. */
    void beginFingerprint(long kind) {
        fingerprint.begin(kind);
    }

    long fingerprint() {
        return fingerprint.value();
    }

    /** A fault of a cell that can be read, but not together with the others of the row. */
    void fault(Column column, RejectCode code, String message) {
        faults.at(column.name(), raw(column));
        faults.add(code, message);
    }

    boolean filled(Column column) {
        return !raw(column).isEmpty();
    }

    boolean contains(Column column, char sign) {
        return raw(column).indexOf(sign) >= 0;
    }

    private String raw(Column column) {
        return column.at() < 0 ? "" : row[column.at()];
    }

    /** The cell in ISO 8601, where a person said how the file writes days (DECISIONS L7). */
    private String time(Column column) {
        return days == null ? raw(column) : days.iso(raw(column));
    }

    /** The cell with a decimal point, where a person said that the file has commas. */
    private String number(Column column) {
        String cell = raw(column);
        return decimalComma && cell.indexOf('.') < 0 ? cell.replace(',', '.') : cell;
    }

    private boolean empty(Column column) {
        String cell = raw(column);
        faults.at(column.name(), cell);
        return cell.isEmpty();
    }

    private void required(Column column) {
        faults.add(RejectCode.R02_REQUIRED, column.name() + " is empty; fill it in at the source");
    }

    String id(Column column) {
        String id = null;
        if (empty(column)) {
            required(column);
        } else {
            id = words.id(raw(column));
        }
        fingerprint.text(id);
        return id == null ? "" : id;
    }

    String id(Column column, String otherwise) {
        String id = empty(column) ? otherwise : words.id(raw(column));
        fingerprint.text(id);
        return id == null ? "" : id;
    }

    @Nullable String maybeId(Column column) {
        String id = empty(column) ? null : words.id(raw(column));
        fingerprint.text(id);
        return id;
    }

    @Nullable String text(Column column) {
        return text(column, TEXT_LIMIT, true);
    }

    /** A text in which a line break would do harm, such as an e-mail address (C147). */
    @Nullable String oneLine(Column column) {
        return text(column, TEXT_LIMIT, false);
    }

    @Nullable String list(Column column) {
        return text(column, LIST_LIMIT, false);
    }

    /** Who somebody is to the source: an address, an object id or whatever else it uses. */
    String name(Column column) {
        int before = faults.all().size();
        String name = empty(column) ? null : words.text(raw(column), TEXT_LIMIT, false, line);
        if (name == null && faults.all().size() == before) {
            required(column);
        }
        fingerprint.text(name);
        return name == null ? "" : name;
    }

    /** Where a role was assigned. Only its path is content, not which of several spellings names it. */
    RoleScope roleScope(Column column) {
        RoleScope scope = null;
        if (empty(column)) {
            required(column);
        } else {
            String written = words.text(raw(column), LIST_LIMIT, false, line);
            scope = written == null ? null : RoleScope.of(written);
            if (scope == null && written != null) {
                faults.add(
                        RejectCode.R03_ID_SYNTAX,
                        "no scope of a role; write /subscriptions/ID, a resource group below it, a management group, or /");
            } else if (scope != null && scope.subscriptionId() != null) {
                words.id(scope.subscriptionId());
            }
        }
        fingerprint.text(scope == null ? null : scope.path());
        return scope == null ? new RoleScope(RoleScope.Reach.RESOURCE_GROUP, "", null, "") : scope;
    }

    /** Ids with semicolons between; the order and repetitions are no content. */
    List<String> ids(Column column) {
        TreeSet<String> ids = new TreeSet<>();
        for (String part : parts(column)) {
            String id = words.id(part);
            if (id != null) {
                ids.add(id);
            }
        }
        fingerprint.text(String.join(";", ids));
        return List.copyOf(ids);
    }

    /** Entries with semicolons between, such as the actions of a role. */
    List<String> entries(Column column) {
        List<String> parts = parts(column);
        fingerprint.text(String.join(";", parts));
        return parts;
    }

    private List<String> parts(Column column) {
        String text = empty(column) ? null : words.text(raw(column), MEMBERS_LIMIT, false, line);
        if (text == null) {
            return List.of();
        }
        return Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** True or false; false where the cell is empty. */
    boolean truth(Column column) {
        String cell = raw(column);
        boolean value = cell.equals("true");
        if (!value && !cell.equals("false") && !empty(column)) {
            value = spelled(column, TRUTHS) == Truth.TRUE;
        }
        fingerprint.truth(value);
        return value;
    }

    private @Nullable String text(Column column, int limit, boolean lines) {
        String text = empty(column) ? null : words.text(raw(column), limit, lines, line);
        fingerprint.text(text);
        return text;
    }

    /** A code that is kept as it is written, such as a billing frequency. */
    String code(Column column, String otherwise) {
        String code = empty(column) ? otherwise : words.id(raw(column));
        fingerprint.text(code);
        return code == null ? "" : code;
    }

    <E extends Enum<E>> E choice(Column column, Spellings<E> spellings, E otherwise) {
        E value = empty(column) ? otherwise : spelled(column, spellings);
        fingerprint.word(value);
        return value == null ? otherwise : value;
    }

    /** @param any stands in when the cell is empty, which is a fault */
    <E extends Enum<E>> E requiredChoice(Column column, Spellings<E> spellings, E any) {
        if (empty(column)) {
            required(column);
        }
        return choice(column, spellings, any);
    }

    <E extends Enum<E>> @Nullable E maybeChoice(Column column, Spellings<E> spellings) {
        E value = empty(column) ? null : spelled(column, spellings);
        fingerprint.word(value);
        return value;
    }

    private <E extends Enum<E>> @Nullable E spelled(Column column, Spellings<E> spellings) {
        String cell = raw(column);
        E named = spellings.named(cell);
        if (named != null) {
            return named;
        }
        E value = cell.length() > ENUM_LIMIT ? null : spellings.spelled(cell);
        if (value == null) {
            faults.add(RejectCode.R04_ENUM, spellings.unknown(column.name(), cell));
        } else {
            warnings.note(WarningCode.W10_CASE, line, () -> column.name() + " '" + Printable.cut(cell) + "'");
        }
        return value;
    }

    LocalDate date(Column column) {
        if (empty(column)) {
            required(column);
        }
        return date(column, LocalDate.EPOCH);
    }

    LocalDate date(Column column, LocalDate otherwise) {
        LocalDate day = empty(column) ? otherwise : IsoTime.day(time(column), faults);
        fingerprint.day(day);
        return day == null ? otherwise : day;
    }

    @Nullable LocalDate maybeDate(Column column) {
        LocalDate day = empty(column) ? null : IsoTime.day(time(column), faults);
        fingerprint.day(day);
        return day;
    }

    @Nullable YearMonth maybeMonth(Column column) {
        YearMonth month = empty(column) ? null : IsoTime.month(raw(column), faults);
        fingerprint.month(month);
        return month;
    }

    Instant instant(Column column) {
        if (empty(column)) {
            required(column);
        }
        Instant instant = maybeInstant(column, null);
        return instant == null ? Instant.EPOCH : instant;
    }

    @Nullable Instant maybeInstant(Column column) {
        return maybeInstant(column, null);
    }

    @Nullable Instant maybeInstant(Column column, @Nullable Instant otherwise) {
        Instant instant = empty(column) ? otherwise : IsoTime.instant(time(column), faults);
        if (instant != null && filled(column) && IsoTime.finerThanStored(time(column))) {
            warnings.note(WarningCode.W14_SECOND_PRECISION, line);
        }
        fingerprint.instant(instant);
        return instant;
    }

    @Nullable BigDecimal maybePrice(Column column, @Nullable String currency) {
        BigDecimal price = empty(column) ? null : PlainNumber.price(number(column), currency, faults);
        fingerprint.amount(price);
        return price;
    }

    /** An amount of somebody else's books, which may be negative. */
    @Nullable BigDecimal maybeSum(Column column) {
        BigDecimal sum = empty(column) ? null : PlainNumber.sum(number(column), faults);
        fingerprint.amount(sum);
        return sum;
    }

    @Nullable Integer maybeCount(Column column) {
        Integer count = empty(column) ? null : PlainNumber.count(raw(column), faults);
        fingerprint.whole(count);
        return count;
    }

    String country(Column column) {
        if (empty(column)) {
            required(column);
        }
        String country = maybeCountry(column);
        return country == null ? "" : country;
    }

    @Nullable String maybeCountry(Column column) {
        return coded(column, empty(column) ? null : Codes.country(raw(column), faults));
    }

    String currency(Column column) {
        if (empty(column)) {
            required(column);
        }
        String currency = maybeCurrency(column);
        return currency == null ? "" : currency;
    }

    @Nullable String maybeCurrency(Column column) {
        return coded(column, empty(column) ? null : Codes.currency(raw(column), unknownCurrency, faults));
    }

    private @Nullable String coded(Column column, @Nullable String code) {
        if (code != null && !code.equals(raw(column))) {
            warnings.note(WarningCode.W10_CASE, line, () -> column.name() + " '" + raw(column) + "'");
        }
        fingerprint.text(code);
        return code;
    }
}
