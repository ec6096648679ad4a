package io.coverbook.testkit;

import io.coverbook.testkit.SampleWorld.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes sample-data/ and the sample rates: three month ends of a made-up customer base. Run {@link #main} from the top
 * of the repository, or {@code mvn test -Dtest=SampleDataTest -Dsample=write}.
 */
public final class SampleExports {

    static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 30));

    private static final LocalDate LAST = DAYS.get(2);

    /** Lines of the last export of subscriptions that name a row which another line names too. */
    static final int COPIES = 3;

    private SampleExports() {}

    public static void main(String[] args) throws IOException {
        write(Path.of(""));
    }

    static void write(Path root) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** What each file holds, by its path from the top of the repository. */
    static Map<String, String> files() {
        SampleWorld world = new SampleWorld();
        SampleCustomers make = new SampleCustomers(world);
        new SampleStories(world, make);
        new SampleAgreements(make);
        new SampleContracts(make);
        new SampleBackground(make);
        new SampleSituations(world, make);
        SampleRoles.tell(world);
        Map<String, String> files = new TreeMap<>();
        Instant last = Instant.EPOCH;
        for (LocalDate day : DAYS) {
            Instant cut = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            for (Kind kind : Kind.values()) {
                String file = world.export(kind, last, cut);
                if (!SampleWorld.empty(file)) {
                    files.put("sample-data/" + day + "/" + kind.fileName + "-" + day + ".csv", file);
                }
            }
            last = cut;
        }
        files.computeIfPresent(
                "sample-data/" + LAST + "/subscriptions-" + LAST + ".csv", (name, file) -> withCopies(file));
        files.put("jobs/reference/fx-rates.csv", SampleRates.file());
        return files;
    }

    /** An exporter at its worst: one plan three times, and another with two tiers, an hour apart. */
    private static String withCopies(String file) {
        String thrice = planOf("BA-100101", file);
        String once = planOf(SampleSituations.CONFLICT, file);
        String other = once.replace("STANDARD", "PROFESSIONAL_DIRECT").replace("T08:00:00Z", "T09:00:00Z");
        return file + thrice + thrice + other;
    }

    private static String planOf(String account, String file) {
        return file.lines()
                        .filter(line -> line.contains("," + account + ",") && line.contains(",AZURE_SUPPORT,"))
                        .findFirst()
                        .orElseThrow()
                + "\n";
    }
}
