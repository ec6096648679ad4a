package io.coverbook.cli;

import io.coverbook.batch.Setting;
import io.coverbook.ingest.ReferenceReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has (CONTRACT 1). What a line of a script leaves out is taken from the call. */
final class CommonOptions {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "where the embedded database and the written files live (COVERBOOK_DATA_DIR, else ./data)")
    private @Nullable Path dataDir;

    @Option(
            names = "--db-url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "a PostgreSQL server (15 to 18) instead of the embedded one, as a JDBC URL")
    private @Nullable String databaseUrl;

    @Option(
            names = "--db-user",
            paramLabel = "USER",
            scope = ScopeType.INHERIT,
            description = "its user; the password comes from COVERBOOK_DB_PASSWORD")
    private @Nullable String databaseUser;

    @Option(
            names = "--reference",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "a folder with reference data that replaces the defaults of the same name")
    private @Nullable Path reference;

    @Option(
            names = "--policy",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "a policy, may be given several times; an unknown one is refused and the known ones listed")
    private Map<String, String> policies = new LinkedHashMap<>();

    @Option(
            names = "--as",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "on whose behalf things are changed (default: the user of the operating system)")
    private @Nullable String actor;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "the answer as JSON")
    private boolean json;

    @Option(names = "--csv", scope = ScopeType.INHERIT, description = "lists as CSV")
    private boolean csv;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "no colours (also NO_COLOR)")
    private boolean noColor;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "no progress")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "say more, such as where an error arose")
    private boolean verbose;

    private @Nullable CommonOptions call;

    private boolean plain;

    /** The line answers as text whatever the call asks for. */
    void plain() {
        plain = true;
    }

    /** Who was named with {@code --as}, empty when nobody was. */
    @Nullable String named() {
        return actor == null && call != null ? call.named() : actor;
    }

    /** The options of the call that a script's line belongs to. */
    void within(CommonOptions outer) {
        call = outer;
    }

    Path dataDir() {
        if (dataDir != null) {
            return dataDir;
        }
        if (call != null) {
            return call.dataDir();
        }
        return Path.of(Variable.COVERBOOK_DATA_DIR.value().orElse("data"));
    }

    @Nullable String databaseUrl() {
        if (databaseUrl != null) {
            return databaseUrl;
        }
        return call != null ? call.databaseUrl() : Variable.SPRING_DATASOURCE_URL.orNull();
    }

    String databaseUser() {
        if (databaseUser != null) {
            return databaseUser;
        }
        return call != null
                ? call.databaseUser()
                : Variable.SPRING_DATASOURCE_USERNAME.value().orElseGet(() -> System.getProperty("user.name"));
    }

    String databasePassword() {
        return Variable.COVERBOOK_DB_PASSWORD
                .value()
                .or(Variable.SPRING_DATASOURCE_PASSWORD::value)
                .orElse("");
    }

    boolean json() {
        return json || (!plain && call != null && call.json());
    }

    boolean csv() {
        return csv || (call != null && call.csv());
    }

    /** Colours are for terminals, and only when nobody minds (NO_COLOR). */
    boolean color() {
        boolean wanted = !noColor && Variable.NO_COLOR.value().isEmpty();
        return wanted && (call == null || call.color());
    }

    boolean quiet() {
        return quiet || (call != null && call.quiet());
    }

    boolean verbose() {
        return verbose || (call != null && call.verbose());
    }

    /** The system user's name unless another is given (L18). */
    String actor() {
        if (actor != null && !actor.isBlank()) {
            return actor;
        }
        return call != null ? call.actor() : System.getProperty("user.name", "unknown");
    }

    private @Nullable Path reference() {
        return reference == null && call != null ? call.reference() : reference;
    }

    private Map<String, String> policies() {
        Map<String, String> all = new LinkedHashMap<>();
        if (call != null) {
            all.putAll(call.policies());
        } else {
            System.getProperties().stringPropertyNames().stream()
                    .filter(name -> name.startsWith("coverbook.policy."))
                    .sorted()
                    .forEach(name ->
                            all.put(name.substring("coverbook.policy.".length()), System.getProperty(name, "")));
        }
        all.putAll(policies);
        return all;
    }

    Setting setting() {
        return new Setting(actor(), policies(), ReferenceReader.read(reference()), Version.number());
    }
}
