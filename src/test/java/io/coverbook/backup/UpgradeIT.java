package io.coverbook.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Databases that earlier programs made, kept as backups with March 2026 of sample-data closed: brought up to date they
 * tell March as it was and close April as a new database does. A new one is made with {@code backup} before a migration
 * is added, and none is ever made again.
 */
@ExtendWith(OpenBook.Shared.class)
class UpgradeIT {

    private static final Path KEPT = Path.of("src/test/resources/upgrade");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(KEPT)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void an_older_database_goes_on_as_a_new_one_would(Path backup, OpenBook book) throws IOException {
        book.bare().run("restore", backup.toString()).expecting(0);
        assertEquals(golden("2026-03"), book.tables());
        book.run("month-end", "2026-04", "--exports", "sample-data").expecting(0);
        assertEquals(golden("2026-04"), book.tables());
    }

    @Test
    void each_is_of_the_schema_that_its_name_says() throws IOException {
        for (Path backup : kept()) {
            assertEquals(
                    "schema-" + new BackupFile(backup).verify().schema() + ".zip",
                    backup.getFileName().toString());
        }
        for (String delivered : List.of("0010", "0013")) {
            assertTrue(kept().contains(KEPT.resolve("schema-" + delivered + ".zip")), () -> "none of " + delivered);
        }
    }

    private static Map<String, String> golden(String month) throws IOException {
        return OpenBook.texts(GOLDEN.resolve(month).resolve("expected"));
    }
}
