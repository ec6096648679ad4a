package io.coverbook.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.store.ExportStore;
import io.coverbook.store.RunMark;
import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Entitlements are written while the documents of a month are made; nobody can tell by the files. */
@ExtendWith(OpenBook.Shared.class)
class EarlyTableIT {

    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final LocalDate LAST = MONTH.atEndOfMonth();

    private OpenBook book;
    private Path reports;

    @BeforeEach
    void a_closed_month(OpenBook open) throws IOException {
        book = open.empty();
        reports = Files.createDirectories(book.dataDir().resolve("reports"));
        Files.writeString(reports.resolve(".early-1"), "of a program that was killed");
        Path exports = new Portfolio(11, 40).write(open.folder("exports"), 3);
        book.run("month-end", MONTH.toString(), "--exports", exports.toString()).expecting(0);
    }

    @Test
    void the_folder_of_a_month_holds_what_an_export_writes() throws IOException {
        Map<String, String> written = new TreeMap<>(OpenBook.texts(reports.resolve(MONTH.toString())));
        assertTrue(written.remove("summary.txt").contains("March 2026 is closed"));
        assertTrue(written.get("entitlements.csv").lines().count() > 100, written::toString);
        assertEquals(book.tables("--period", MONTH.toString()), written);
        assertEquals(List.of(), early());
    }

    @Test
    void what_was_begun_with_is_taken_while_its_run_is_the_newest() throws IOException, SQLException {
        Path out = book.folder("out");
        try (EarlyTable table = begin()) {
            ExportFiles.write(store(), out, LAST, null, table);
            assertEquals(List.of(), early());
        }
        assertEquals(book.tables(), OpenBook.texts(out));
    }

    @Test
    void what_a_run_has_overtaken_is_written_anew() throws IOException, SQLException {
        Path out = book.folder("out");
        try (EarlyTable table = begin()) {
            String before = OpenBook.texts(reports.resolve(MONTH.toString())).get("entitlements.csv");
            book.run("reconcile", "--as-of", "2026-06-30").expecting(0);
            ExportFiles.write(store(), out, LocalDate.of(2026, 6, 30), null, table);
            assertEquals(1, early().size());
            Map<String, String> now = book.tables();
            assertFalse(before.equals(now.get("entitlements.csv")), "nothing changed, so nothing is shown");
            assertEquals(now, OpenBook.texts(out));
        }
        assertEquals(List.of(), early());
    }

    private EarlyTable begin() throws IOException, SQLException {
        long newest = Long.parseLong(book.ask("select max(run_id) from run").get(0));
        return new EarlyTable(store(), reports, new RunMark(newest, 1), LAST, MONTH);
    }

    private ExportStore store() {
        return new ExportStore(book.database());
    }

    private List<Path> early() throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".early-"))
                    .toList();
        }
    }
}
