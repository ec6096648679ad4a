package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** C130: the letters of a Turkish server are not those of the file. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "tr", "az", "lt"})
    void words_are_read_the_same_in_every_language(String language) {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            String header = "SUBSCRIPTION_ID,Billing_Account_Id,product_category,plan_tier,channel,purchased_at\n";
            Outcome outcome = Outcome.of(
                    folder,
                    "subscriptions-2026-04-01.csv",
                    header + "PL-1,BA-1,AZURE_SUPPORT,professional direct,azure_website,2026-01-31T08:15:00Z\n");
            PlanRow plan = (PlanRow) outcome.only();
            assertEquals("PROFESSIONAL_DIRECT AZURE_WEBSITE", plan.tier() + " " + plan.channel());
        } finally {
            Locale.setDefault(usual);
        }
    }

    /** C176: a file that the system cannot read is not a file that ends there. */
    @Test
    void an_error_of_the_disk_is_no_end_of_the_file() throws IOException {
        assertEquals(
                "F26_IO@0",
                Outcome.of(Path.of("/proc/self/mem"), ReadOptions.standard()).toString());
        InputStream breaking = new SequenceInputStream(
                new ByteArrayInputStream(CorpusCase.subs(CorpusCase.good(1))), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Input/output error");
                    }
                });
        TextEncoding utf8 = TextEncoding.of(CorpusCase.text(Outcome.SUBS), null);
        try (RecordCutter cutter = new RecordCutter(new CharSource(breaking, utf8, 0))) {
            assertEquals(Outcome.SUBS.strip(), cutter.next());
            assertEquals(CorpusCase.good(1).strip(), cutter.next());
            assertThrows(IOException.class, cutter::next);
        }
    }
}
