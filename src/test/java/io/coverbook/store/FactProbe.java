package io.coverbook.store;

import io.coverbook.ingest.ExportFile;
import io.coverbook.ingest.FileRefusal;
import io.coverbook.ingest.ReadOptions;
import io.coverbook.ingest.StoredFacts;
import io.coverbook.plan.Policies;
import io.coverbook.store.ImportOutcome.Result;
import io.coverbook.store.RunStore.Hashes;
import io.coverbook.store.RunStore.Order;
import io.coverbook.store.RunStore.Purpose;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Imports files into a database one after the other, and looks into its tables of facts between them. */
public final class FactProbe implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "account_fact",
            "agreement_fact",
            "plan_fact",
            "subscription_fact",
            "subscription_span",
            "role_fact",
            "role_subscription",
            "payment",
            "witness_fact");

    private static final List<String> PRINTED =
            List.of("account_fact", "agreement_fact", "plan_fact", "subscription_fact", "role_fact", "witness_fact");

    private final SingleConnectionDataSource source;
    private final Database database;
    private final RunStore runs;
    private final FactStore facts;
    private final RunMark run;
    private long accepted;

    /** Opens the database for a run of imports, with the policies and reference data of the last run on it. */
    public FactProbe(String url, String user, String password) throws SQLException {
        source = new SingleConnectionDataSource(DriverManager.getConnection(url, user, password), true);
        database = new Database(source, new DataSourceTransactionManager(source));
        runs = new RunStore(database);
        facts = new FactStore(database, runs);
        Hashes hashes = new Hashes("1", last("policy_hash"), last("reference_hash"));
        run = runs.begin(new Order(Purpose.IMPORT, LocalDate.of(2026, 4, 30), null, "probe", false, hashes));
    }

    private String last(String column) {
        return database.statements()
                .first("run-last", Map.of(), (r, i) -> r.getString(column))
                .orElseThrow();
    }

    /** What is stored, which entries of Azure's are completed from. */
    public StoredFacts known() {
        return new KnownFacts(database.statements());
    }

    /** A sum over every row of every table of facts. */
    public String all() throws SQLException {
        String rows = TABLES.stream()
                .map(table -> "select '" + table + "' || t::text as r from " + table + " t")
                .collect(Collectors.joining(" union all "));
        try (Statement statement = source.getConnection().createStatement();
                ResultSet sum = statement.executeQuery(
                        "select coalesce(md5(string_agg(r, '|' order by r collate \"C\")), '') from (" + rows
                                + ") a")) {
            sum.next();
            return sum.getString(1);
        }
    }

    /** What the rows say that are there now. */
    public Set<Long> fingerprints() throws SQLException {
        Set<Long> all = new HashSet<>();
        String rows = PRINTED.stream()
                .map(table -> "select fingerprint from " + table)
                .collect(Collectors.joining(" union "));
        try (Statement statement = source.getConnection().createStatement();
                ResultSet row = statement.executeQuery(rows)) {
            while (row.next()) {
                all.add(row.getLong(1));
            }
        }
        return all;
    }

    /** Imports the file for good. */
    public ImportOutcome take(ExportFile file, ReadOptions options) {
        return facts.take(file, new ImportRequest(options, Policies.DEFAULTS, null, false), run);
    }

    /** Records a file that was refused before it was read. */
    public void refused(FileRefusal refusal) {
        facts.refused(refusal, run);
    }

    /** What is wrong with the facts after an import that is then undone; empty when nothing is. */
    public String faultAfter(ExportFile file, ReadOptions options, long read, Set<Long> said) {
        return database.statements().undone(() -> {
            try {
                String before = all();
                Set<Long> allowed = fingerprints();
                ImportOutcome outcome = take(file, options);
                if (outcome.result() != Result.ACCEPTED) {
                    return before.equals(all()) ? "" : outcome.result() + " " + outcome.code() + " changed facts";
                }
                accepted++;
                allowed.addAll(said);
                Set<Long> now = fingerprints();
                now.removeAll(allowed);
                return outcome.counts().read() != read
                        ? "the database counts " + outcome.counts().read() + " of " + read + " rows"
                        : now.isEmpty() ? "" : now.size() + " facts that nothing in the file says";
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        });
    }

    /** How many imports that were then undone the database had taken. */
    public long accepted() {
        return accepted;
    }

    @Override
    public void close() {
        source.destroy();
    }
}
