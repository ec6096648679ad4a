package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.AzureSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every published file of Azure's, imported or refused as the catalogue of oddities says (FORMATS 9): what it was taken
 * for, how many rows of each kind it told, what was rejected and what was said about it.
 */
class AzureFilesTest {

    private static final Instant EXPORTED = Instant.parse("2024-06-30T12:00:00Z");

    private static final ReadOptions OPTIONS = ReadOptions.standard()
            .withExportedAt(EXPORTED)
            .withNames(ReferenceReader.read(null).planNames());

    @Test
    void every_file_becomes_what_the_table_says() throws IOException {
        Path root = AzureSamples.folder();
        Map<String, String> expected = AzureSamples.table("outcomes.txt");
        Map<String, String> actual = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = root.relativize(file).toString();
                if (!name.endsWith("PROVENANCE.md") && !name.endsWith("outcomes.txt")) {
                    actual.put(name, outcome(file));
                }
            }
        }
        assertEquals(lines(expected), lines(actual));
    }

    private static String lines(Map<String, String> table) {
        return table.entrySet().stream()
                .map(e -> e.getKey() + " | " + e.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String outcome(Path file) {
        FoundFiles found = ExportFolder.find(List.of(file), OPTIONS);
        List<String> parts = new ArrayList<>();
        found.refused().forEach(refusal -> parts.add(refusal.code().name()));
        for (ExportFile export : found.files()) {
            Outcome read = new Outcome();
            String told = export.told();
            try {
                ReadTotals totals = ExportReader.read(export, OPTIONS, read);
                String codes = Stream.concat(
                                read.rejects.stream().map(r -> r.code().name()),
                                read.warnings.stream().map(w -> w.code().name()))
                        .map(code -> code.substring(0, 3))
                        .sorted()
                        .distinct()
                        .collect(Collectors.joining(" "));
                parts.add(told + ": " + totals.good() + " good"
                        + (totals.rejected() > 0 ? ", " + totals.rejected() + " rejected" : "")
                        + (totals.whole() ? ", whole" : "") + (codes.isEmpty() ? "" : ", " + codes));
            } catch (FileRefusedException e) {
                parts.add(told + ": " + e.code());
            }
        }
        return String.join("; ", parts);
    }

    static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }
}
