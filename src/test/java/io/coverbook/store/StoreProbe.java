package io.coverbook.store;

import io.coverbook.fault.FaultyDataSource;
import io.coverbook.store.RunStore.FencedException;
import io.coverbook.store.RunStore.Hashes;
import io.coverbook.store.RunStore.Order;
import io.coverbook.store.RunStore.Purpose;
import io.coverbook.testkit.OpenBook;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The room's inner doors, for tests of other rooms: what a second program would do with the same run. */
public final class StoreProbe implements AutoCloseable {

    private final SingleConnectionDataSource source;
    private final RunStore runs;
    private final Database database;

    public StoreProbe(OpenBook book) throws SQLException {
        source = new SingleConnectionDataSource(book.app(), true);
        DataSource counted = FaultyDataSource.around(source);
        database = new Database(counted, new DataSourceTransactionManager(counted));
        runs = new RunStore(database);
    }

    /** Asks for the right to write; throws when another program has it. */
    public void fence(long run, long epoch) {
        database.statements().together(() -> {
            runs.fence(new RunMark(run, epoch));
            return run;
        });
    }

    /** Whether the right to write is refused. */
    public boolean fenced(long run, long epoch) {
        try {
            fence(run, epoch);
            return false;
        } catch (FencedException e) {
            return true;
        }
    }

    /** Begins the same work as an orphaned reconcile; the epoch it then has. */
    public long takeOver(LocalDate asOf) {
        String policies = one("policy_hash");
        String reference = one("reference_hash");
        return runs.begin(
                        new Order(Purpose.RECONCILE, asOf, null, "second", false, new Hashes("1", policies, reference)))
                .epoch();
    }

    /** What the controls of a close say of what is recorded and proposed. */
    List<Control> controls(DocumentStore.Closing closing) {
        return new DocumentStore(database, runs).controls(closing);
    }

    private String one(String column) {
        return database.statements()
                .first("run-last", java.util.Map.of(), (r, i) -> r.getString(column))
                .orElseThrow();
    }

    @Override
    public void close() {
        source.destroy();
    }
}
