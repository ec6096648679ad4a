package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every file of the corpus gets exactly its reaction, on its line, in time. */
class CorpusTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_bad_file_gets_its_reaction(CorpusCase bad) {
        byte[] file = bad.file.get();
        Outcome outcome =
                assertTimeout(Duration.ofSeconds(5), () -> Outcome.of(folder, "subscriptions-2026-04-01.csv", file));
        assertEquals(bad.expected, outcome.toString(), () -> bad.input + ": " + outcome.message() + outcome.rejects);
        assertTrue(outcome.refused() != outcome.message().isEmpty());
        for (Reject reject : outcome.rejects) {
            assertTrue(reject.value().length() <= 200, reject::value);
            assertFalse(reject.raw().isEmpty());
            assertTrue(reject.message().contains(";") || reject.message().contains("?"), reject::message);
        }
    }
}
