package io.coverbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code do FILE}: runs the commands of a file in one process. */
@Command(name = "do", description = "Runs the commands of a file, one a line, in one process.")
final class DoCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "commands without the program's name; # begins a comment")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        Root program = Objects.requireNonNull(root);
        Path script = Objects.requireNonNull(file);
        CommandSpec own = Objects.requireNonNull(spec);
        if (!Files.isRegularFile(script)) {
            throw new ParameterException(own.commandLine(), "no file " + script);
        }
        int highest = Exit.DONE;
        List<String> lines = Files.readAllLines(script);
        for (int i = 0; i < lines.size(); i++) {
            List<String> words = words(lines.get(i), i + 1, own);
            if (words.isEmpty()) {
                continue;
            }
            int code = line(program, words);
            highest = Math.max(highest, code);
            if (code != Exit.DONE && code != Exit.REJECTED) {
                program.err().println(script + " stopped at line " + (i + 1) + " with exit code " + code);
                return code;
            }
        }
        return highest;
    }

    private static int line(Root program, List<String> words) {
        try (Root line = new Root(program)) {
            return Program.commandLine(line, program.out(), program.err()).execute(words.toArray(String[]::new));
        }
    }

    /** Splits a line as a shell does: blanks separate, quotes keep together, a backslash keeps the next character. */
    static List<String> words(String line, int number, CommandSpec spec) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && word == null && c == '#') {
                break;
            }
            if (quote == 0 && Character.isWhitespace(c)) {
                if (word != null) {
                    words.add(word.toString());
                    word = null;
                }
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            boolean escape = c == '\\' && quote != '\'' && i + 1 < line.length();
            if (escape) {
                word.append(line.charAt(++i));
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new ParameterException(spec.commandLine(), "line " + number + ": a quote is not closed");
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
