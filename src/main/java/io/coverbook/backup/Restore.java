package io.coverbook.backup;

import io.coverbook.backup.Manifest.Part;
import io.coverbook.store.BackupStore;
import io.coverbook.store.BackupStore.Standing;
import io.coverbook.store.BackupStore.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Puts a backup into an empty database: makes the tables as they were when it was made, fills them, and brings them on to
 * what this program works with. Nothing is written before the whole file was found good, and rows come in all or none.
 */
public final class Restore {

    private static final String MIGRATIONS = "classpath:db/migration";
    /** A prefix that no file has: what is to be done again with every version waits for the newest. */
    private static final String NONE = "-";

    private final DataSource owner;
    private final String appRole;
    private final BackupStore store;

    /**
     * Into the database of this source.
     *
     * @param owner of the tables, or who will be
     * @param appRole the user that works with them
     */
    public Restore(DataSource owner, String appRole) {
        this.owner = owner;
        this.appRole = appRole;
        this.store = new BackupStore(owner);
    }

    /** What was restored, and the version that the tables were brought on to. */
    public record Restored(Manifest manifest, long rows, String schema) {}

    /**
     * Restores the backup.
     *
     * @throws BackupException when the file is not whole, is of a newer schema, or the database is not empty
     */
    public Restored from(BackupFile file) throws IOException {
        Manifest manifest = file.verify();
        MigrationVersion made = version(manifest.schema());
        String newest = newest();
        if (made.compareTo(version(newest)) > 0) {
            throw BackupException.refused("the backup is of schema " + manifest.schema() + ", made by program "
                    + manifest.program() + "; this program knows schema " + newest + ": use one at least as new");
        }
        check(store.standing(), manifest.schema());
        configuration()
                .target(made)
                .repeatableSqlMigrationPrefix(NONE)
                .ignoreMigrationPatterns("*:future", "repeatable:missing")
                .load()
                .migrate();
        sameTables(manifest);
        long rows = file.open((archive, read) -> {
            Map<String, Part> parts = read.tables().stream().collect(Collectors.toMap(Part::name, part -> part));
            Map<String, Long> expected = new TreeMap<>();
            parts.forEach((name, part) -> expected.put(name, part.rows()));
            return store.copyIn(expected, read.series(), table -> {
                Part part = parts.get(table);
                if (part == null) {
                    throw BackupException.damaged("the backup has no table " + table);
                }
                return file.rows(archive, part);
            });
        });
        configuration().load().migrate();
        return new Restored(manifest, rows, newest);
    }

    private static void check(Standing standing, String schema) {
        if (standing.used()) {
            throw BackupException.refused(
                    "the database is not empty; a backup goes into a new one (--data-dir with a new"
                            + " folder, or a new database)");
        }
        if (standing.schema().isPresent() && !version(standing.schema().get()).equals(version(schema))) {
            throw BackupException.refused("the database has the tables of schema "
                    + standing.schema().get() + ", the backup those of " + schema + "; give one that has no tables yet,"
                    + " and they are made as they were and brought up to date");
        }
    }

    private void sameTables(Manifest manifest) {
        List<Table> here = store.tables();
        List<Table> there = manifest.tables().stream()
                .map(part -> new Table(part.name(), part.columns()))
                .toList();
        if (!here.equals(there)) {
            throw BackupException.refused("the backup's tables are not those of schema " + manifest.schema()
                    + ": it holds " + difference(there, here) + ", missing " + difference(here, there));
        }
    }

    private static String difference(List<Table> of, List<Table> without) {
        return of.stream()
                .filter(table -> !without.contains(table))
                .map(Table::toString)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String newest() {
        return java.util.Arrays.stream(configuration().load().info().all())
                .map(found -> found.getVersion())
                .filter(found -> found != null)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElseThrow();
    }

    private static MigrationVersion version(@Nullable String text) {
        return MigrationVersion.fromVersion(text);
    }

    private FluentConfiguration configuration() {
        return Flyway.configure()
                .dataSource(owner)
                .locations(MIGRATIONS)
                .placeholders(Map.of("app_role", appRole))
                .validateOnMigrate(true);
    }
}
