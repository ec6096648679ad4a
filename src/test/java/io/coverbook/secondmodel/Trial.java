package io.coverbook.secondmodel;

import io.coverbook.testkit.OpenBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs a script with the real program, in one session on an empty database, and reads what it exports. */
final class Trial {

    private static final int REJECTED = 3;

    private final OpenBook book;

    Trial(OpenBook book) {
        this.book = book;
    }

    /** The program stopped where no script should stop it. */
    static final class Stopped extends Exception {
        private static final long serialVersionUID = 1;

        Stopped(String message) {
            super(message);
        }
    }

    Map<Table, String> tables(Script script) throws Stopped {
        try {
            Path folder = book.folder("trial");
            Path out = folder.resolve("out");
            List<String> words =
                    new ArrayList<>(List.of("do", write(script, folder, out).toString()));
            words.addAll(List.of("--reference", folder.resolve("reference").toString()));
            script.policies().forEach((key, value) -> words.addAll(List.of("--policy", key + "=" + value)));
            OpenBook.Told told = book.empty().run(words.toArray(String[]::new));
            if (told.code() != 0 && told.code() != REJECTED) {
                throw new Stopped("ended with " + told.code() + ":\n" + told.said());
            }
            Map<Table, String> tables = new EnumMap<>(Table.class);
            for (Table table : Table.values()) {
                if (Files.exists(out.resolve(table.fileName()))) {
                    tables.put(table, Files.readString(out.resolve(table.fileName())));
                }
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Script script, Path folder, Path out) throws IOException {
        Path reference = Files.createDirectories(folder.resolve("reference"));
        for (Map.Entry<String, String> file : script.reference().entrySet()) {
            Files.writeString(reference.resolve(file.getKey()), file.getValue());
        }
        List<String> lines = new ArrayList<>();
        for (Step step : script.steps()) {
            if (step instanceof Step.Import told) {
                Path exports = Files.createDirectories(folder.resolve("exports-" + lines.size()));
                for (Export file : told.files()) {
                    Files.writeString(exports.resolve(file.name()), file.text());
                }
            }
            lines.add(line(step, folder.resolve("exports-" + lines.size())));
        }
        lines.add("export --out " + out);
        return Files.writeString(folder.resolve("script.txt"), String.join("\n", lines) + "\n");
    }

    private static String line(Step step, Path exports) {
        if (step instanceof Step.Import told) {
            boolean partial = told.files().stream().anyMatch(Export::partial);
            return "import " + exports + (partial ? " --partial" : "");
        }
        if (step instanceof Step.Reconcile reconcile) {
            return "reconcile --as-of " + reconcile.asOf();
        }
        return "month-end " + ((Step.MonthEnd) step).month();
    }

    /** The script as a person can read and repeat it. */
    static String shown(Script script) {
        StringBuilder text = new StringBuilder("policies " + script.policies() + "\n");
        script.reference().forEach((name, content) -> text.append("reference ")
                .append(name)
                .append('\n')
                .append(content.lines()
                        .limit(12)
                        .map(line -> "    " + line + "\n")
                        .collect(Collectors.joining())));
        for (Step step : script.steps()) {
            text.append(line(step, Path.of("exports"))).append('\n');
            if (step instanceof Step.Import told) {
                told.files().forEach(file -> text.append("  ")
                        .append(file.name())
                        .append('\n')
                        .append(file.text()
                                .lines()
                                .map(line -> "    " + line + "\n")
                                .collect(Collectors.joining())));
            }
        }
        return text.toString();
    }
}
