package io.coverbook.ingest;

import io.coverbook.store.FactProbe;
import io.coverbook.store.ImportOutcome;
import io.coverbook.testkit.AzureSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Damages good files, one to three times each, and imports them: every one is read, rejected or refused, in time. A row
 * whose text the damage did not touch says what it said before; nothing else may become a fact; and a file that is refused
 * leaves every table of facts as it was. Run as a program of its own, so that its heap can be bounded.
 */
public final class Mutations {

    private static final long SLOWEST_NANOS = 5_000_000_000L;

    /** Words on the header: a damaged name of a column is another column, which nobody may miss. */
    private static final Set<WarningCode> HEADER_WORDS =
            Set.of(WarningCode.W02_HEADER_VARIANT, WarningCode.W03_COLUMN_ORDER, WarningCode.W04_EXTRA_COLUMN);

    private static final ReadOptions OPTIONS = ReadOptions.standard()
            .withExportedAt(Instant.parse("2026-04-01T00:00:00Z"))
            .withNames(ReferenceReader.read(null).planNames());

    /** A good file, and what each of its records says, by its text under its header. */
    private record Good(String name, byte[] content, Records records, Map<String, Set<Long>> says) {}

    private final Path folder;
    private final FactProbe book;
    private final List<Good> good = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    private Mutations(Path folder, FactProbe book) {
        this.folder = folder;
        this.book = book;
    }

    /**
     * Arguments: the first seed, how many, the database's URL and the file with the password of the program's user. Ends
     * with 1 and the seed that failed.
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        long first = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        String password = Files.readString(Path.of(arguments[3])).strip();
        Path folder = Files.createTempDirectory("mutations");
        try (FactProbe book = new FactProbe(arguments[2], "coverbook_app", password)) {
            Mutations mutations = new Mutations(folder, book);
            files().forEach(mutations::addGood);
            for (long seed = first; seed < first + count; seed++) {
                String fault = mutations.fault(new SplittableRandom(seed));
                if (!fault.isEmpty()) {
                    System.out.println("seed " + seed + ": " + fault);
                    System.exit(1);
                }
            }
            System.out.println(count + " files: " + mutations.outcomes + ", accepted " + book.accepted());
            if (book.accepted() < count / 5) {
                System.exit(1);
            }
        }
        Files.delete(folder);
    }

    /** The good files, to be imported before they are damaged. */
    static void writeGood(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String kind : SampleExport.KINDS) {
            SplittableRandom random = new SplittableRandom(7);
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                String one = new String(IngestLawsTest.file(kind, random), StandardCharsets.UTF_8);
                rows.append(rows.length() == 0 ? one : one.substring(one.indexOf('\n') + 1));
            }
            files.put("export-" + files.size() + ".csv", rows.toString().getBytes(StandardCharsets.UTF_8));
        }
        for (String name : List.of(
                "azure-billing-rest/2024-04-01/billingAccountsList.json",
                "azure-billing-rest/2024-04-01/billingSubscriptionsListByBillingAccount.json",
                "azure-cli-derived/role-assignment-list-include-classic.cli.json",
                "azure-cli-recorded/support-tickets-list.part1.rest.json",
                "azure-cost-exports/EA_ActualCost_Small.csv")) {
            files.put(
                    (name.endsWith("csv") ? "cost-" : "list-") + files.size() + name.substring(name.lastIndexOf('.')),
                    AzureSamples.bytes(name));
        }
        return files;
    }

    private void addGood(String name, byte[] content) {
        Map<String, Set<Long>> says = new HashMap<>();
        Records records = Records.of(name, content);
        for (ExportFile file : written(name, content, OPTIONS).files()) {
            for (ExportRow row : Outcome.of(file, OPTIONS, book.known()).rows) {
                for (String text : List.of(records.text(row.line()), records.bare(row.line()))) {
                    says.computeIfAbsent(text, key -> new HashSet<>()).add(row.fingerprint());
                }
            }
        }
        good.add(new Good(name, content, records, says));
    }

    private FoundFiles written(String name, byte[] content, ReadOptions options) {
        try {
            Path file = Files.write(folder.resolve(name), content);
            return ExportFolder.find(List.of(file), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fault(SplittableRandom random) throws IOException, SQLException {
        Good one = good.get(random.nextInt(good.size()));
        Good other = good.get(random.nextInt(good.size()));
        byte[] damaged = one.content();
        int damages = 1 + random.nextInt(3);
        for (int i = 0; i < damages; i++) {
            damaged = damage(damaged, other.content(), random.nextInt(6), random);
        }
        boolean packed = random.nextInt(5) == 0;
        byte[] content = packed ? damage(CorpusCase.gzip(damaged), damaged, random.nextInt(3), random) : damaged;
        String name = one.name() + (packed ? ".gz" : "");
        long begun = System.nanoTime();
        // Half of them may take rows as gone, if the guard lets them.
        FoundFiles found = written(name, content, OPTIONS.withPartial(random.nextBoolean()));
        String fault = "";
        for (FileRefusal refusal : found.refused()) {
            outcomes.merge(refusal.code().name().substring(0, 3), 1, Integer::sum);
            String before = book.all();
            book.refused(refusal);
            fault += refusal.message().isBlank() ? "refused without a word " : "";
            fault += before.equals(book.all()) ? "" : "a file that is refused at sight changed facts ";
        }
        for (ExportFile file : found.files()) {
            fault += fault(file, one, other, Records.of(one.name(), damaged));
        }
        long took = System.nanoTime() - begun;
        Files.delete(folder.resolve(name));
        return took > SLOWEST_NANOS ? fault + "took " + took / 1_000_000 + " ms" : fault;
    }

    private String fault(ExportFile file, Good one, Good other, Records damaged) throws SQLException {
        Outcome outcome = Outcome.of(file, OPTIONS, book.known());
        outcomes.merge(outcome.refused() ? outcome.toString().substring(0, 3) : "read", 1, Integer::sum);
        if (outcome.refused()) {
            String before = book.all();
            ImportOutcome taken = book.take(file, OPTIONS);
            String said = taken.result() + " " + taken.code();
            return outcome.message().isBlank() || !outcome.toString().startsWith(taken.code())
                    ? "read as " + outcome + ", imported as " + said
                    : before.equals(book.all()) ? "" : "a file refused with " + taken.code() + " changed facts";
        }
        ReadTotals totals = outcome.totals();
        if (totals.good() != outcome.rows.size() || totals.rejected() != outcome.rejects.size()) {
            return "rows are lost from the count: " + totals;
        }
        if (damaged.broken()) {
            return "malformed, and " + outcome;
        }
        if (file.origin() == null && damaged.rows() >= 0 && damaged.rows() != totals.read()) {
            return totals.read() + " rows of " + damaged.rows() + " lines";
        }
        boolean table = file.origin() != null && AzureReading.isTable(file.origin());
        String fault = table ? ofTable(outcome, one, other, damaged) : ofRows(outcome, one, other, damaged);
        Set<Long> said = new HashSet<>();
        outcome.rows.forEach(row -> said.add(row.fingerprint()));
        return fault.isEmpty() ? book.faultAfter(file, OPTIONS, totals.read(), said) : fault;
    }

    /** A record that the damage did not touch says what it said; under another header, people are told of that. */
    private static String ofRows(Outcome outcome, Good one, Good other, Records damaged) {
        boolean named = outcome.warnings.stream().anyMatch(warning -> HEADER_WORDS.contains(warning.code()));
        for (ExportRow row : outcome.rows) {
            Set<Long> says = said(damaged.text(row.line()), one, other);
            Set<Long> once = said(damaged.bare(row.line()), one, other);
            boolean same = says.contains(row.fingerprint()) || once.contains(row.fingerprint());
            if (!says.isEmpty() && !same) {
                return "line " + row.line() + " is as it was and says something else: " + row;
            }
            if (!once.isEmpty() && !same && !named) {
                return "another header, the same row, and not a word of it: " + row;
            }
        }
        return "";
    }

    /** Many lines of costs make one row: each line that came or went can have changed one. */
    private static String ofTable(Outcome outcome, Good one, Good other, Records damaged) {
        List<String> headers = List.of(one.records().header(), other.records().header());
        Set<Long> before = new HashSet<>();
        one.says().values().forEach(before::addAll);
        other.says().values().forEach(before::addAll);
        Set<String> changed = new HashSet<>(damaged.all());
        changed.removeAll(one.records().all());
        Set<String> gone = new HashSet<>(one.records().all());
        gone.removeAll(damaged.all());
        changed.addAll(gone);
        long fresh = outcome.rows.stream()
                .filter(row -> !before.contains(row.fingerprint()))
                .count();
        return headers.contains(damaged.header()) && fresh > changed.size()
                ? fresh + " rows say something new, and " + changed.size() + " lines differ"
                : "";
    }

    private static Set<Long> said(String text, Good one, Good other) {
        Set<Long> says = new HashSet<>(one.says().getOrDefault(text, Set.of()));
        says.addAll(other.says().getOrDefault(text, Set.of()));
        return says;
    }

    private static byte[] damage(byte[] file, byte[] other, int how, SplittableRandom random) {
        if (file.length == 0) {
            return file;
        }
        byte[] copy = file.clone();
        int at = random.nextInt(file.length);
        return switch (how) {
            case 0 -> flipped(copy, at, random);
            case 1 -> Arrays.copyOf(copy, at);
            case 2 -> without(copy, at, Math.min(file.length, at + 1 + random.nextInt(200)));
            case 3 ->
                joined(Arrays.copyOf(copy, at), Arrays.copyOfRange(other, random.nextInt(other.length), other.length));
            case 4 -> reordered(copy, random);
            default -> joined(copy, other);
        };
    }

    private static byte[] flipped(byte[] file, int at, SplittableRandom random) {
        file[at] ^= (byte) (1 << random.nextInt(8));
        return file;
    }

    private static byte[] without(byte[] file, int from, int until) {
        return joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, until, file.length));
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }

    private static byte[] reordered(byte[] file, SplittableRandom random) {
        List<String> lines =
                new ArrayList<>(Arrays.asList(new String(file, StandardCharsets.ISO_8859_1).split("\n", -1)));
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
