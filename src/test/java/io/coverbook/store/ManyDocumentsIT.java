package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A year with more than 999 999 invoices: their numbers grow by a digit, none is cut short and given twice. */
@ExtendWith(OpenBook.Shared.class)
class ManyDocumentsIT {

    @Test
    void the_millionth_invoice_of_a_year_has_seven_digits(OpenBook book) throws IOException, SQLException {
        Path exports = new Portfolio(1, 16).write(book.folder("exports"), 1);
        book.empty();
        try (Connection owner = book.owner();
                Statement statement = owner.createStatement()) {
            // The control compares all series with all documents; the second stands for the documents that are not
            // there.
            statement.execute("insert into document_series values ('INV-2026', 999998), ('NONE', -999998)");
        }
        book.run(
                        "month-end",
                        "2026-01",
                        "--exports",
                        exports.resolve("2026-01-31").toString())
                .expecting(0);

        List<String> numbers = book.tables()
                .get("invoices.csv")
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        Set<String> wanted = new HashSet<>();
        for (int i = 0; i < numbers.size(); i++) {
            wanted.add("INV-2026-" + (999_999 + i));
        }
        assertTrue(numbers.size() > 2, numbers::toString);
        assertEquals(wanted, new HashSet<>(numbers));
    }
}
