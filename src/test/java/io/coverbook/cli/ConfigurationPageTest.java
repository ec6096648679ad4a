package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.plan.PolicyCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** src/docs/configuration.md is made of the program itself; {@code -Dpage=write} makes it anew. */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("src/docs/configuration.md");

    @Test
    void the_page_is_what_the_program_says() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("page"))) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE));
    }

    /** One that is read and not in the catalogue would be on no page. */
    @Test
    void every_variable_that_is_read_is_in_the_catalogue() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher get = Pattern.compile("getenv\\((?:\"(\\w+)\")?").matcher(Files.readString(file));
                while (get.find()) {
                    read.add(file.getFileName() + " " + get.group(1));
                }
            }
        }
        // The terminal tells what it is, and the embedded server looks at the user it runs as.
        assertEquals(Set.of("Host.java null", "Terminal.java TERM", "Variable.java null"), read);
        for (Variable variable : Variable.values()) {
            assertTrue(variable.secret() == variable.name().matches(".*(PASSWORD|SECRET|TOKEN)"), variable.name());
        }
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Everything that can be set

                Made of the program by a test; `./coverbook COMMAND --help` says the same.

                ## In the environment

                A variable that is no secret may also be given as a Java property through `COVERBOOK_JAVA_OPTS`:
                `COVERBOOK_SMTP_HOST` as `-Dcoverbook.smtp.host=…`. A secret may lie in a file instead: the variable with
                `_FILE` at its end names it, and its first line counts. No secret is taken from the command line, kept in
                the database or written to a log.

                | variable | is | where it is not set |
                |---|---|---|
                """);
        for (Variable variable : Variable.values()) {
            page.append("| `")
                    .append(variable.name())
                    .append(variable.secret() ? "` (secret) | " : "` | ")
                    .append(variable.meaning())
                    .append(" | ")
                    .append(variable.otherwise())
                    .append(" |\n");
        }
        page.append("""

                The launcher `./coverbook` reads `JAVA_HOME`, `COVERBOOK_JAVA_OPTS` and `COVERBOOK_NO_BUILD`; its first lines
                tell what they do.

                ## Options of every command

                | option | is |
                |---|---|
                """);
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        CommandLine program = Program.commandLine(new Root(Clock.systemUTC()), nowhere, nowhere);
        options(page, program, false);
        page.append("\n## Options of commands\n");
        program.getSubcommands().forEach((name, command) -> {
            command(page, name, command);
            command.getSubcommands().forEach((own, below) -> command(page, name + " " + own, below));
        });
        page.append("\n## Policies\n\n[Policies](policies.md) tells each with its default and its reason; set with"
                + " `--policy KEY=VALUE` or as `-Dcoverbook.policy.KEY=VALUE`:\n\n");
        PolicyCatalogue.entries()
                .forEach(entry -> page.append("`").append(entry.key()).append("`\n"));
        return page.toString();
    }

    private static void command(StringBuilder page, String name, CommandLine command) {
        page.append("\n### ")
                .append(name)
                .append("\n\n")
                .append(String.join(" ", command.getCommandSpec().usageMessage().description()))
                .append("\n\n| option | is |\n|---|---|\n");
        command.getCommandSpec().positionalParameters().forEach(each -> row(page, each.paramLabel(), each));
        options(page, command, true);
    }

    private static void options(StringBuilder page, CommandLine command, boolean own) {
        command.getCommandSpec().options().stream()
                .filter(option -> !own || !option.inherited())
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .sorted((a, b) -> a.longestName().compareTo(b.longestName()))
                .forEach(option -> row(page, names(option), option));
    }

    private static String names(OptionSpec option) {
        String label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
        return String.join(", ", Arrays.asList(option.names())) + label;
    }

    private static void row(StringBuilder page, String name, ArgSpec spec) {
        page.append("| `")
                .append(name.replace("|", "\\|"))
                .append("` | ")
                .append(String.join(" ", spec.description()).replace("|", "\\|").replace("%n", " "))
                .append(" |\n");
    }
}
