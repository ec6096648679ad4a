package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.fault.FaultPoint;
import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows travel as sets: four times the customers take the same number of statements. A step that begins to write row by
 * row is found here by its count, long before it is found by its time.
 */
@ExtendWith(OpenBook.Shared.class)
class SetBasedIT {

    private static final int FEW = 24;
    private static final int MANY = 4 * FEW;

    /** Statements and rows of one command on one size. */
    private record Cost(long statements, long rows) {}

    private static final Map<String, Cost> COSTS = new LinkedHashMap<>();

    @BeforeAll
    static void count(OpenBook book) throws IOException, SQLException {
        for (int customers : new int[] {FEW, MANY}) {
            Path exports = new Portfolio(5, customers).write(book.folder("exports"), 3);
            book.empty();
            cost(book, "import", customers, "import", exports.toString());
            cost(book, "reconcile", customers, "reconcile", "--as-of", "2026-01-31");
            cost(book, "reconcile again", customers, "reconcile", "--as-of", "2026-03-31");
            cost(book, "month-end", customers, "month-end", "2026-03");
            cost(
                    book,
                    "export",
                    customers,
                    "export",
                    "--out",
                    book.folder("out").toString());
        }
    }

    private static void cost(OpenBook book, String step, int customers, String... words)
            throws IOException, SQLException {
        System.setProperty("coverbook.fault.count", "true");
        long statements;
        try {
            FaultPoint.plant(0);
            book.run(words).expecting(0);
            statements = FaultPoint.hits();
        } finally {
            System.clearProperty("coverbook.fault.count");
        }
        long rows = Long.parseLong(book.ask("select (select count(*) from subscription_fact)"
                        + " + (select count(*) from entitlement) + (select count(*) from invoice_line)")
                .get(0));
        COSTS.put(step + " " + customers, new Cost(statements, rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "reconcile", "reconcile again", "month-end", "export"})
    void four_times_the_customers_take_the_same_statements(String step) {
        Cost few = COSTS.get(step + " " + FEW);
        Cost many = COSTS.get(step + " " + MANY);
        assertTrue(many.rows() > 3 * few.rows() && few.rows() > 50, () -> few + " and " + many);
        // One COPY more where a block is full, one statement more where a set was empty before.
        assertTrue(few.statements() > 10, few::toString);
        assertTrue(
                Math.abs(many.statements() - few.statements()) <= 8,
                () -> step + ": " + few + " for " + FEW + " customers, " + many + " for " + MANY);
    }

    /** The counter counts: a statement a row is seen. */
    @Test
    void a_statement_a_row_is_counted(OpenBook book) throws SQLException {
        System.setProperty("coverbook.fault.count", "true");
        try (StoreProbe probe = new StoreProbe(book)) {
            FaultPoint.plant(0);
            for (int i = 0; i < FEW; i++) {
                probe.fenced(i, 1);
            }
            // One statement, and one commit or rollback that is not counted, each.
            long counted = FaultPoint.hits();
            assertEquals(FEW, counted);
        } finally {
            System.clearProperty("coverbook.fault.count");
        }
    }
}
