package io.coverbook.cli;

import io.coverbook.ingest.ExportKind;
import io.coverbook.ingest.FieldGuide;
import io.coverbook.ingest.FieldGuide.Field;
import io.coverbook.store.ImportOutcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code template KIND}: an empty file of a kind, or what its columns mean. Touches no database. */
@Command(name = "template", description = "Prints an empty export of a kind, or what its columns and the codes mean.")
final class TemplateCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            converter = ImportOptions.KindConverter.class,
            description =
                    "billing-accounts, subscriptions, enterprise-agreements, role-assignments, payments or witnesses")
    private @Nullable ExportKind kind;

    @Option(
            names = "--docs",
            description =
                    "what each column means, of the kind or of all, as Markdown; with --codes, what becomes of files and rows")
    private boolean docs;

    @Option(names = "--codes", description = "every code that a file, a row or an oddity can get")
    private boolean codes;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(root).out();
        if (codes && docs) {
            out.print(codesPage());
        } else if (codes) {
            FieldGuide.codes().forEach(code -> out.printf("%-26s %s%n", code[0], code[1]));
        } else if (docs) {
            List<ExportKind> kinds = kind == null ? List.of(ExportKind.values()) : List.of(kind);
            out.print(docs(kinds));
        } else if (kind != null) {
            out.print(FieldGuide.header(kind) + "\n");
        } else {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "say which kind, or give --docs or --codes");
        }
        out.flush();
        return Exit.DONE;
    }

    /** The pages of the kinds as Markdown. */
    static String docs(List<ExportKind> kinds) {
        StringBuilder text = new StringBuilder();
        for (ExportKind one : kinds) {
            text.append(text.length() == 0 ? "" : "\n")
                    .append("## ")
                    .append(one.label())
                    .append("\n\n");
            text.append("| column | written as | means |\n|---|---|---|\n");
            for (Field field : FieldGuide.of(one)) {
                String name = field.required() ? "**" + field.name() + "**" : field.name();
                text.append("| ")
                        .append(name)
                        .append(" | ")
                        .append(field.form())
                        .append(" | ")
                        .append(field.meaning());
                text.append(" |\n");
            }
        }
        return text.toString();
    }

    /** What can become of a file and of its rows, as Markdown. */
    static String codesPage() {
        StringBuilder text = new StringBuilder("## What becomes of a file\n\n");
        text.append("| result | means | facts | exit code | from a drop folder it goes to |\n|---|---|---|---|---|\n");
        for (ImportOutcome.Result result : ImportOutcome.Result.values()) {
            text.append("| ")
                    .append(result)
                    .append(" | ")
                    .append(result.meaning())
                    .append(result == ImportOutcome.Result.ACCEPTED ? " | changed" : " | unchanged")
                    .append(" | ")
                    .append(ImportCommand.refused(result) ? Exit.REJECTED : Exit.DONE)
                    .append(
                            result == ImportOutcome.Result.ACCEPTED
                                    ? ", or " + Exit.REJECTED + " with rejected rows"
                                    : "")
                    .append(" | ")
                    .append(DropFolder.done(result) ? "done" : "failed")
                    .append(" |\n");
        }
        Map<String, String> titles =
                Map.of("F", "Codes that refuse a file", "R", "Codes that reject a row", "W", "Codes that only warn");
        String letter = "";
        for (String[] code : FieldGuide.codes()) {
            if (!code[0].startsWith(letter) || letter.isEmpty()) {
                letter = code[0].substring(0, 1);
                text.append("\n## ").append(titles.get(letter)).append("\n\n| code | means |\n|---|---|\n");
            }
            text.append("| ").append(code[0]).append(" | ").append(code[1]).append(" |\n");
        }
        return text.toString();
    }
}
