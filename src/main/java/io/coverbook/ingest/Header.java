package io.coverbook.ingest;

import io.coverbook.azure.CostTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The first row of an export: which column stands where. */
final class Header {

    private static final int COLUMN_LIMIT = 1000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String[] names;
    private final int line;
    private final Map<String, Integer> positions = new HashMap<>();

    Header(String[] names, int line) throws FileRefusedException {
        this.names = names;
        this.line = line;
        if (names.length > COLUMN_LIMIT) {
            throw refused(
                    FileCode.F15_TOO_LONG, "the header has " + names.length + " columns; no export has that many");
        }
        for (int i = 0; i < names.length; i++) {
            place(names[i], i);
        }
    }

    private void place(String name, int position) throws FileRefusedException {
        if (name.indexOf(BYTE_ORDER_MARK) >= 0) {
            throw refused(
                    FileCode.F09_NO_HEADER,
                    "column " + (position + 1) + " of the header holds a second byte order mark (U+FEFF); delete it,"
                            + " or export the file again");
        }
        String form = KindContract.form(name);
        if (form.isEmpty() || ofUs(name)) {
            return;
        }
        Integer first = positions.putIfAbsent(form, position);
        if (first != null) {
            throw refused(
                    FileCode.F10_HEADER_DUPLICATE,
                    "columns " + (first + 1) + " and " + (position + 1) + " of the header are both '"
                            + Printable.cut(name) + "'; leave one of them out");
        }
    }

    /** A column that the program itself put before the others of rejected rows. */
    private static boolean ofUs(String name) {
        return RejectFile.COLUMNS.contains(name);
    }

    int line() {
        return line;
    }

    String[] names() {
        return names.clone();
    }

    /** Whether the file is one of rejected rows, worked off: then it holds only some rows of its kind. */
    boolean ofRejects() {
        return names[0].equals(RejectFile.COLUMNS.get(0));
    }

    /** What costs of Azure's the columns are those of; null when they are none. */
    @Nullable CostTable costs(ReadOptions options) {
        DayForm told = options.dates();
        return CostTable.of(List.of(names), told == null ? null : told.monthFirst());
    }

    int width() {
        return names.length;
    }

    /** The column of a name of the contract; one that is not in the file stands at -1. */
    Column column(String name) {
        return new Column(name, positions.getOrDefault(KindContract.form(name), -1));
    }

    /** Whether a row is this very header once more, perhaps behind a byte order mark. */
    boolean repeatedBy(String[] row) {
        if (row.length != names.length || !unmarked(row[0]).equals(names[0])) {
            return false;
        }
        for (int i = 1; i < row.length; i++) {
            if (!row[i].equals(names[i])) {
                return false;
            }
        }
        return true;
    }

    private static String unmarked(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == BYTE_ORDER_MARK ? cell.substring(1) : cell;
    }

    /**
     * What kind of export this is: what its columns say, unless a person said it; the name only decides between kinds
     * that fit, and a name that says otherwise is refused (DECISIONS L8).
     */
    ExportKind kind(@Nullable ExportKind told, @Nullable ExportKind named) throws FileRefusedException {
        if (told != null) {
            complete(KindContract.of(told));
            return told;
        }
        KindContract best = null;
        for (KindContract contract : KindContract.all()) {
            boolean fits = contract.missing(positions.keySet()).isEmpty();
            if (fits && (best == null || contract.kind() == named || better(contract, best, named))) {
                best = contract;
            }
        }
        if (best == null) {
            throw unrecognised(named);
        }
        if (named != null && best.kind() != named) {
            throw refused(
                    FileCode.F08_WRONG_TYPE,
                    "the name says " + named.label() + ", but the columns are those of "
                            + best.kind().label() + "; rename the file, or give --kind");
        }
        return best.kind();
    }

    private boolean better(KindContract one, KindContract other, @Nullable ExportKind named) {
        return other.kind() != named && one.known(positions.keySet()) > other.known(positions.keySet());
    }

    private FileRefusedException unrecognised(@Nullable ExportKind named) {
        KindContract likely = KindContract.of(named == null ? ExportKind.BILLING_ACCOUNTS : named);
        for (KindContract contract : KindContract.all()) {
            if (named == null && weight(contract) > weight(likely)) {
                likely = contract;
            }
        }
        int missing = likely.missing(positions.keySet()).size();
        boolean known = likely.known(positions.keySet()) > 0;
        if (named == null ? known && 2 * missing <= likely.required().size() : known || allWords()) {
            return missing(likely);
        }
        if (allWords()) {
            return refused(
                    FileCode.F08_WRONG_TYPE,
                    "the columns are those of no export ('" + Printable.cut(String.join(",", names))
                            + "'); leave the file out, or give --kind if it is an export");
        }
        return refused(
                FileCode.F09_NO_HEADER,
                "the first line is not the header of any export ('" + Printable.cut(String.join(",", names))
                        + "'); put the column names into the first line, such as "
                        + String.join(",", likely.required()));
    }

    private int weight(KindContract contract) {
        int required = contract.required().size()
                - contract.missing(positions.keySet()).size();
        return 2 * required + contract.known(positions.keySet());
    }

    /** Column names of whatever language, as against data: no cell is empty or holds a digit. */
    private boolean allWords() {
        return List.of(names).stream()
                .allMatch(name -> !name.isBlank() && name.chars().noneMatch(Character::isDigit));
    }

    private void complete(KindContract contract) throws FileRefusedException {
        if (!contract.missing(positions.keySet()).isEmpty()) {
            throw missing(contract);
        }
    }

    private FileRefusedException missing(KindContract contract) {
        Set<String> unknown = new TreeSet<>(positions.keySet());
        unknown.removeAll(contract.byForm().keySet());
        List<String> parts = new ArrayList<>();
        for (String name : contract.missing(positions.keySet())) {
            String near = Nearest.of(KindContract.form(name), unknown);
            parts.add(
                    near == null
                            ? name
                            : name + " (nearest column found: '" + written(near) + "'" + foreign(near) + ")");
        }
        return refused(
                FileCode.F11_HEADER_MISSING_COLUMN,
                "an export of kind " + contract.kind().label() + " needs the column" + (parts.size() == 1 ? " " : "s ")
                        + String.join(", ", parts) + "; add it to the export or correct the header");
    }

    private String written(String form) {
        return Printable.cut(names[positions.getOrDefault(form, 0)]);
    }

    /** Names the letters of other scripts in a column name that looks right. */
    private static String foreign(String form) {
        Set<String> letters = new TreeSet<>();
        form.codePoints()
                .filter(c -> c > 0x7f)
                .forEach(c -> letters.add(String.format("U+%04X %s", c, Character.getName(c))));
        return letters.isEmpty() ? "" : ", which holds " + String.join(", ", letters);
    }

    /** What is odd about the header of a file that is read all the same. */
    void warn(KindContract contract, WarningTally warnings) {
        Map<String, String> contracted = contract.byForm();
        List<String> extra = new ArrayList<>();
        List<String> variants = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (String name : names) {
            if (ofUs(name)) {
                continue;
            }
            String known = contracted.get(KindContract.form(name));
            if (known == null) {
                extra.add(name.isBlank() ? "(no name)" : Printable.cut(name));
            } else {
                order.add(contract.columns().indexOf(known));
                if (!known.equals(name)) {
                    variants.add(Printable.cut(name));
                }
            }
        }
        warnings.note(WarningCode.W04_EXTRA_COLUMN, line, extra);
        warnings.note(WarningCode.W02_HEADER_VARIANT, line, variants);
        if (!order.equals(order.stream().sorted().toList())) {
            warnings.note(WarningCode.W03_COLUMN_ORDER, line);
        }
    }

    /** How many of the cells of a line are names of columns of some export. */
    static int namesIn(List<String> cells) {
        Set<String> forms = new HashSet<>();
        cells.forEach(cell -> forms.add(KindContract.form(cell)));
        return KindContract.all().stream()
                .mapToInt(contract -> contract.known(forms))
                .max()
                .orElse(0);
    }

    private FileRefusedException refused(FileCode code, String message) {
        return new FileRefusedException(code, line, message);
    }
}
