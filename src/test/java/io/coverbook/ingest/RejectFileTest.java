package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.AzureSamples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rejected rows as files that can be worked off. */
class RejectFileTest {

    private static final String NAME = "subscriptions-2026-04-01";
    private static final String HEADER =
            "subscription_id,billing_account_id,display_name,product_category,plan_tier,channel,purchased_at";

    @TempDir
    Path folder;

    private Path rejects;
    private ReadOptions options;

    @BeforeEach
    void a_folder_for_rejects() {
        rejects = folder.resolve("rejects");
        options = ReadOptions.standard()
                .withRejects(rejects)
                .withNames(ReferenceReader.read(null).planNames());
    }

    private Outcome read(String name, String content) {
        return Outcome.of(folder, name, content.getBytes(StandardCharsets.UTF_8), options);
    }

    @Test
    void each_row_stands_as_it_was_behind_what_is_wrong_with_it() throws IOException {
        String bad = "P-2,\"BA-1\",\"=x, \"\"y\"\"\nz\",AZURE_SUPPORT,PRODIREKT,MCA,2026-01-01T00:00:00Z";
        String short1 = "P-3,BA-1";
        Outcome outcome = read(
                NAME + ".csv",
                HEADER + "\nP-1,BA-1,One,AZURE_SUPPORT,STANDARD,MCA,2026-01-01T00:00:00Z\n" + bad + "\n" + short1
                        + "\n");
        assertEquals(1, outcome.totals().good());
        Path file = rejects.resolve(NAME + ".rejected.csv");
        assertEquals(file, outcome.totals().rejects());
        assertEquals(
                "_code,_line,_field,_value,_message,_hint," + HEADER + "\n"
                        + "R04_ENUM,3,plan_tier,PRODIREKT,\"unknown plan_tier 'PRODIREKT', did you mean PROFESSIONAL_DIRECT?"
                        + " Allowed are DEVELOPER, STANDARD, PROFESSIONAL_DIRECT, UNIFIED\",," + bad + "\n"
                        + "R01_COLUMN_COUNT,5,,2 cells,\"the row has 2 cells, the header has 7\",a cell with the delimiter in it"
                        + " needs quotes around it," + short1 + "\n",
                Files.readString(file));
        assertTrue(
                outcome.totals().causes().stream()
                        .map(ReadTotals.Cause::text)
                        .anyMatch(text -> text.startsWith(
                                "1 row: unknown plan_tier 'PRODIREKT', did you mean" + " PROFESSIONAL_DIRECT?")),
                outcome.totals()::toString);
    }

    @Test
    void corrected_it_is_an_export_of_some_rows() throws IOException {
        read(NAME + ".csv", HEADER + "\nP-2,BA-1,Two,AZURE_SUPPORT,PRODIREKT,MCA,2026-01-01T00:00:00Z\n");
        Path file = rejects.resolve(NAME + ".rejected.csv");
        String mended = Files.readString(file).replace(",PRODIREKT,MCA", ",PROFESSIONAL_DIRECT,MCA");
        Files.writeString(file, mended);
        FoundFiles found = ExportFolder.find(List.of(file), options);
        assertEquals(1, found.files().size(), found::toString);
        assertEquals("2026-04-01T00:00:00Z", found.files().get(0).exportedAt().toString());
        Outcome outcome = Outcome.of(file, options);
        assertEquals("good 1", outcome.toString());
        assertFalse(outcome.totals().whole());
        // In a folder it waits until somebody names it.
        assertEquals(0, ExportFolder.find(List.of(rejects), options).files().size());
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,true,;", "ISO-8859-1,false,;", "UTF-8,true,','"})
    void its_encoding_and_delimiter_are_those_of_the_original(String encoding, boolean marked, String between)
            throws IOException {
        Charset charset = Charset.forName(encoding);
        String text = (marked ? "\uFEFF" : "")
                + (between.equals(";") ? "sep=;\n" : "")
                + (HEADER + "\nP-2,BA-1,R\u00e4v,AZURE_SUPPORT,GOLD,MCA,2026-01-01T00:00:00Z\n").replace(",", between);
        ReadOptions told = marked ? options : options.withEncoding(charset);
        Outcome.of(folder, NAME + ".csv", text.getBytes(charset), told);
        Path file = rejects.resolve(NAME + ".rejected.csv");
        String written = Files.readString(file, charset);
        assertTrue(written.contains("P-2,BA-1,R\u00e4v,AZURE_SUPPORT,GOLD".replace(",", between)), written);
        Files.writeString(file, written.replace(between + "GOLD", between + "STANDARD"), charset);
        assertEquals(1, Outcome.of(file, told).totals().good());
    }

    @Test
    void an_entry_of_a_list_keeps_its_bytes() throws IOException {
        Path list =
                AzureSamples.folder().resolveSibling("azure-made").resolve("billingSubscriptions-mca.CONSTRUCTED.json");
        Outcome outcome = Outcome.of(list, options);
        assertEquals(1, outcome.totals().rejected());
        Path file = rejects.resolve("billingSubscriptions-mca.CONSTRUCTED.rejected.json");
        String written = Files.readString(file);
        String original = Files.readString(list);
        String entry = original.substring(original.lastIndexOf("{\"id\""), original.lastIndexOf("\n]}"));
        assertTrue(written.contains(entry.substring(1)), written);
        assertTrue(written.startsWith("{\"value\":[\n{\"_rejected\":{\"code\":\"R04_ENUM\",\"line\":\"4\""), written);
        Files.writeString(
                file, written.replace("\"skuDescription\":\"Gold Care\"", "\"skuDescription\":\"Standard Care\""));
        Outcome mended = Outcome.of(file, options);
        assertEquals(1, mended.totals().good());
        assertFalse(mended.totals().whole());
    }

    @Test
    void the_workbook_has_text_in_every_cell() throws IOException {
        read(NAME + ".csv", HEADER + "\nP-2,BA-1,=1+1,AZURE_SUPPORT,GOLD,MCA,2026-01-01T00:00:00Z\n");
        try (ZipFile book = new ZipFile(rejects.resolve(NAME + ".rejected.xlsx").toFile());
                InputStream sheet = book.getInputStream(book.getEntry("xl/worksheets/sheet1.xml"))) {
            String xml = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(xml.contains("=1+1"), xml);
            assertFalse(xml.contains("<f>"), xml);
            assertEquals(26, xml.split("t=\"inlineStr\"", -1).length - 1);
        }
    }
}
