package io.coverbook.testkit;

import io.coverbook.testkit.SampleWorld.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
        new SampleBackground(make);
        Map<String, String> files = new TreeMap<>();
        for (LocalDate day : DAYS) {
            for (Kind kind : Kind.EVERY) {
                files.put("sample-data/" + day + "/" + kind.fileName + "-" + day + ".csv", world.export(kind, day));
            }
        }
        files.put("jobs/reference/fx-rates.csv", SampleRates.file());
        return files;
    }
}
