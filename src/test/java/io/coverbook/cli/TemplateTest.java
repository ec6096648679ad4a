package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.ingest.ExportFolder;
import io.coverbook.ingest.ExportKind;
import io.coverbook.ingest.FieldGuide;
import io.coverbook.ingest.FoundFiles;
import io.coverbook.ingest.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of fields and the templates are made from the code that reads the files. */
class TemplateTest {

    private static final Path PAGE = Path.of("src/docs/fields.md");

    @TempDir
    Path folder;

    @Test
    void the_page_of_fields_is_what_the_code_says() throws IOException {
        String page = Files.readString(PAGE);
        String told = page.substring(page.indexOf("## "));
        assertEquals(TemplateCommand.docs(List.of(ExportKind.values())), told);
    }

    @Test
    void the_page_of_codes_is_what_the_code_says() throws IOException {
        String page = Files.readString(Path.of("src/docs/import-codes.md"));
        assertEquals(TemplateCommand.codesPage(), page.substring(page.indexOf("## ")));
    }

    @ParameterizedTest
    @EnumSource
    void a_template_is_an_export_without_rows(ExportKind kind) throws IOException {
        Path file = Files.writeString(folder.resolve(kind.label() + ".csv"), FieldGuide.header(kind) + "\n");
        FoundFiles found = ExportFolder.find(List.of(file), ReadOptions.standard());
        assertEquals(kind, found.files().get(0).kind(), found::toString);
    }

    @Test
    void every_code_has_a_meaning() {
        assertTrue(FieldGuide.codes().stream().noneMatch(code -> code[1].isBlank()));
    }
}
