package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IngestLawsTest {

    private static final String PIECES = "a|b|,|\"|\n|\r\n|;|\\|\u00e5|\ud83d\ude00|x y|'|=|\t";

    @TempDir
    Path folder;

    private Outcome read(byte[] file) {
        return Outcome.of(folder, "export.csv", file);
    }

    private long fingerprint(String file) {
        return read(CorpusCase.text(file)).only().fingerprint();
    }

    /** Whatever happens to the bytes of a file, it is read, rejected or refused, and no row is lost from the count. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void no_damage_to_a_file_breaks_the_reader(SplittableRandom random) {
        for (String kind : SampleExport.KINDS) {
            byte[] damaged = file(kind, random);
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                damaged = damage(damaged, random);
            }
            counts(read(damaged));
            counts(read(damage(CorpusCase.gzip(file(kind, random)), random)));
        }
    }

    private static void counts(Outcome outcome) {
        if (!outcome.refused()) {
            ReadTotals totals = outcome.totals();
            assertEquals(outcome.rows.size(), totals.good());
            assertEquals(outcome.rejects.size(), totals.rejected());
            assertEquals(totals.read(), totals.good() + totals.rejected());
        }
    }

    /** A compressed file is refused, or gives exactly the rows that were packed into it. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void damage_to_a_compressed_file_never_changes_a_row(SplittableRandom random) {
        byte[] file = file(SampleExport.KINDS.get(random.nextInt(SampleExport.KINDS.size())), random);
        List<ExportRow> rows = read(file).rows;
        assertTrue(rows.size() > 1);
        for (int i = 0; i < 20; i++) {
            Outcome outcome = read(damage(CorpusCase.gzip(file), random));
            assertTrue(outcome.refused() || outcome.rows.equals(rows), outcome::toString);
        }
    }

    /** A letter changed in one row changes nothing in the others. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void damage_to_one_row_leaves_the_others_alone(SplittableRandom random) {
        byte[] file = file(SampleExport.KINDS.get(random.nextInt(SampleExport.KINDS.size())), random);
        List<ExportRow> before = read(file).rows;
        int header = new String(file, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int i = 0; i < 20; i++) {
            byte[] after = file.clone();
            int place = header + random.nextInt(file.length - header);
            boolean structure = ",\n\"".indexOf(after[place]) >= 0;
            after[place] = structure ? after[place] : (byte) ('a' + random.nextInt(26));
            Outcome outcome = read(after);
            List<ExportRow> same = new ArrayList<>(before);
            same.retainAll(outcome.rows);
            assertEquals(before.size(), outcome.totals().read());
            assertTrue(same.size() >= before.size() - 1, outcome::toString);
        }
    }

    static byte[] file(String kind, SplittableRandom random) {
        SampleExport sample = new SampleExport(kind, random);
        String rows = sample.columns().stream().collect(Collectors.joining(",", "", "\n"));
        for (int i = 2 + random.nextInt(20); i > 0; i--) {
            Collection<String> cells = sample.row().values();
            rows += cells.stream()
                    .map(cell -> random.nextInt(5) == 0 ? "\"" + cell + "\"" : cell)
                    .collect(Collectors.joining(",", "", "\n"));
        }
        return CorpusCase.text(rows);
    }

    private static byte[] damage(byte[] file, SplittableRandom random) {
        if (file.length == 0) {
            return file;
        }
        int from = random.nextInt(file.length);
        int until = Math.min(file.length, from + 1 + random.nextInt(4));
        byte[] odd = {0, '"', ',', '\n', '\r', (byte) 0xff, (byte) random.nextInt(256), (byte) 0xef, ';', '\\'};
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(file, from);
            case 1 -> spliced(file, from, until, new byte[0]);
            case 2 -> spliced(file, from, from, Arrays.copyOfRange(file, from, until));
            case 3 -> spliced(file, from, from, new byte[] {odd[random.nextInt(odd.length)]});
            case 4 -> spliced(file, from, from + 1, new byte[] {(byte) (file[from] ^ 1 << random.nextInt(8))});
            default -> spliced(file, from, from + 1, new byte[] {odd[random.nextInt(odd.length)]});
        };
    }

    private static byte[] spliced(byte[] file, int from, int until, byte[] instead) {
        byte[] result = Arrays.copyOf(file, file.length - (until - from) + instead.length);
        System.arraycopy(instead, 0, result, from, instead.length);
        System.arraycopy(file, until, result, from + instead.length, file.length - until);
        return result;
    }

    /** C073: neither the order of the columns nor the spelling of a value is content. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void a_fingerprint_does_not_see_order_and_spelling(SplittableRandom random) {
        for (String kind : SampleExport.KINDS) {
            SampleExport sample = new SampleExport(kind, random);
            Map<String, String> row = sample.row();
            long fingerprint = fingerprint(SampleExport.file(row, sample.columns(), false));
            row.replaceAll((column, cell) -> respelled(column, cell));
            assertEquals(
                    fingerprint,
                    fingerprint("\n" + SampleExport.file(row, sample.shuffled(sample.columns()), true)),
                    () -> "of " + row);
        }
    }

    private static String respelled(String column, String cell) {
        if (cell.endsWith("Z") && cell.contains("T")) {
            return cell.replace("Z", "-00:00");
        }
        if (column.equals("promo_price") || column.equals("amount")) {
            return cell.equals("0") ? "0.00" : "0" + cell + "0";
        }
        boolean code = column.matches(
                ".*(type|status|state|level|method|category|channel|tier|renew|relationship|program|role|result|partner)");
        return code ? cell.toLowerCase(Locale.ROOT).replace("_", " - ") : "\"" + cell + "\"";
    }

    /** An empty cell and its default are the same content. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void a_fingerprint_does_not_see_whether_a_default_is_written(SplittableRandom random) {
        Map<String, String> defaults = Map.of(
                "status", "ACTIVE",
                "payment_method", "CARD",
                "payment_method_status", "ACTIVE",
                "customer_id", "BA-1",
                "billing_account_id", "BA-1");
        SampleExport sample = new SampleExport(SampleExport.KINDS.get(0), random);
        Map<String, String> written = sample.row();
        written.putAll(defaults);
        long fingerprint = fingerprint(SampleExport.file(written, sample.columns(), false));
        defaults.keySet().stream().filter(c -> !c.equals("billing_account_id")).forEach(c -> written.put(c, ""));
        assertEquals(fingerprint, fingerprint(SampleExport.file(written, sample.columns(), false)));
    }

    /** Any other value, and none, is other content. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void a_fingerprint_sees_every_change_of_a_value(SplittableRandom random) {
        SampleExport sample =
                new SampleExport(SampleExport.KINDS.get(random.nextInt(SampleExport.KINDS.size())), random);
        Map<String, String> row = sample.row();
        long fingerprint = fingerprint(SampleExport.file(row, sample.columns(), false));
        for (String column : sample.columns()) {
            String was = row.get(column);
            for (String other : sample.values(column)) {
                if (!other.equals(was)) {
                    row.put(column, other);
                    assertNotEquals(fingerprint, fingerprint(SampleExport.file(row, sample.columns(), false)), column);
                }
            }
            row.put(column, was);
        }
    }

    /** Cells with anything in them come out as they went in, wherever the file is cut into buffers. */
    @ParameterizedTest
    @MethodSource("io.coverbook.testkit.Seeds#hundred")
    void a_cell_is_read_as_it_was_written(SplittableRandom random) {
        String[] pieces = PIECES.split("\\|");
        List<String> names = new ArrayList<>();
        StringBuilder file = new StringBuilder("subscription_id,billing_account_id,display_name\n");
        for (int i = 0; i < 1500; i++) {
            StringBuilder name = new StringBuilder("n");
            for (int k = random.nextInt(20); k > 0; k--) {
                name.append(pieces[random.nextInt(pieces.length)]);
            }
            names.add(name + "e");
            file.append("S-")
                    .append(i)
                    .append(",BA-1,\"")
                    .append((name + "e").replace("\"", "\"\""))
                    .append("\"\n");
        }
        List<String> read = read(CorpusCase.text(file.toString())).rows.stream()
                .map(row -> ((SubscriptionRow) row).displayName())
                .toList();
        assertEquals(names, read);
    }
}
