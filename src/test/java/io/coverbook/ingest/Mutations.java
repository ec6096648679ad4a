package io.coverbook.ingest;

import io.coverbook.testkit.AzureSamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Damages good files, one to three times each, and reads them: every one is read, rejected or refused, in time, and no row
 * that the damage did not touch says anything new. Run as a program of its own, so that its heap can be bounded.
 */
public final class Mutations {

    private static final long SLOWEST_NANOS = 5_000_000_000L;
    private static final ReadOptions OPTIONS = ReadOptions.standard()
            .withExportedAt(Instant.parse("2026-04-01T00:00:00Z"))
            .withNames(ReferenceReader.read(null).planNames());

    private final Path folder;
    private final List<byte[]> good = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Set<Long>> contents = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    private Mutations(Path folder) {
        this.folder = folder;
    }

    /** Arguments: the first seed and how many. Ends with 1 and the seed that failed. */
    public static void main(String[] arguments) throws IOException {
        long first = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("mutations");
        Mutations mutations = new Mutations(folder);
        mutations.addGood();
        for (long seed = first; seed < first + count; seed++) {
            String fault = mutations.fault(new SplittableRandom(seed));
            if (!fault.isEmpty()) {
                System.out.println("seed " + seed + ": " + fault);
                System.exit(1);
            }
        }
        for (String name :
                List.of("export.csv", "export.csv.gz", "list.json", "list.json.gz", "cost.csv", "cost.csv.gz")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
        System.out.println(count + " files: " + mutations.outcomes);
    }

    private void addGood() throws IOException {
        for (String kind : SampleExport.KINDS) {
            SplittableRandom random = new SplittableRandom(7);
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                String one = new String(IngestLawsTest.file(kind, random), StandardCharsets.UTF_8);
                rows.append(rows.length() == 0 ? one : one.substring(one.indexOf('\n') + 1));
            }
            add("export.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
        }
        for (String name : List.of(
                "azure-billing-rest/2024-04-01/billingAccountsList.json",
                "azure-billing-rest/2024-04-01/billingSubscriptionsListByBillingAccount.json",
                "azure-cli-derived/role-assignment-list-include-classic.cli.json",
                "azure-cli-recorded/support-tickets-list.part1.rest.json",
                "azure-cost-exports/EA_ActualCost_Small.csv")) {
            add(name.endsWith("csv") ? "cost.csv" : "list.json", Files.readAllBytes(AzureSamples.file(name)));
        }
    }

    private void add(String name, byte[] content) {
        good.add(content);
        names.add(name);
        contents.add(fingerprints(read(name, content)));
    }

    private static Set<Long> fingerprints(Outcome outcome) {
        Set<Long> all = new HashSet<>();
        outcome.rows.forEach(row -> all.add(row.fingerprint()));
        return all;
    }

    private Outcome read(String name, byte[] content) {
        return Outcome.of(folder, name, content, OPTIONS);
    }

    private String fault(SplittableRandom random) {
        int file = random.nextInt(good.size());
        int other = random.nextInt(good.size());
        byte[] damaged = good.get(file);
        int damages = 1 + random.nextInt(3);
        boolean order = false;
        for (int i = 0; i < damages; i++) {
            int how = random.nextInt(6);
            order |= how == 4;
            damaged = damage(damaged, good.get(other), how, random);
        }
        boolean packed = random.nextInt(5) == 0;
        byte[] content = packed ? damage(CorpusCase.gzip(damaged), damaged, random.nextInt(3), random) : damaged;
        long begun = System.nanoTime();
        Outcome outcome = read(names.get(file) + (packed ? ".gz" : ""), content);
        long took = System.nanoTime() - begun;
        outcomes.merge(outcome.refused() ? outcome.toString().substring(0, 3) : "read", 1, Integer::sum);
        if (took > SLOWEST_NANOS) {
            return "took " + took / 1_000_000 + " ms";
        }
        if (outcome.refused()) {
            return outcome.message().isBlank() ? "refused without a word" : "";
        }
        ReadTotals totals = outcome.totals();
        if (totals.good() != outcome.rows.size() || totals.rejected() != outcome.rejects.size()) {
            return "rows are lost from the count: " + totals;
        }
        Set<Long> said = fingerprints(outcome);
        said.removeAll(contents.get(file));
        said.removeAll(contents.get(other));
        // A damage touches one row, or the two at its edges; an order of columns touches none.
        boolean header = headerTouched(damaged, good.get(file));
        return header || order || said.size() <= 4 * damages ? "" : "untouched rows say something else: " + said.size();
    }

    /** A damaged name of a column is another column, and then every row differs. */
    private static boolean headerTouched(byte[] damaged, byte[] whole) {
        String before = new String(whole, 0, Math.min(whole.length, 2_000), StandardCharsets.ISO_8859_1);
        int end = before.indexOf('\n');
        String header = end < 0 || before.startsWith("{") || before.startsWith("[") ? "" : before.substring(0, end);
        return header.isEmpty() || !new String(damaged, StandardCharsets.ISO_8859_1).startsWith(header);
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
