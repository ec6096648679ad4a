package io.coverbook.secondmodel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows on which model and program disagree, in words. */
final class Differences {

    private final Map<Table, List<String>> found = new EnumMap<>(Table.class);
    private final String stopped;
    private long rows;

    /** The program stopped on the way, and said this. */
    Differences(String stopped) {
        this.stopped = stopped;
    }

    /** Tables that the program does not write are not compared. */
    Differences(Map<Table, String> model, Map<Table, String> program) {
        stopped = "";
        program.forEach((table, text) -> compare(table, model.get(table), text));
    }

    private void compare(Table table, String model, String program) {
        rows += program.lines().count() - 1;
        if (model.equals(program)) {
            return;
        }
        Map<String, List<String>> ours = table.byKey(model);
        Map<String, List<String>> theirs = table.byKey(program);
        TreeSet<String> keys = new TreeSet<>(ours.keySet());
        keys.addAll(theirs.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            String difference = difference(table, ours.get(key), theirs.get(key));
            if (!difference.isEmpty()) {
                differences.add(table.title() + " " + key + ": " + difference);
            }
        }
        if (differences.isEmpty()) {
            differences.add(table.title() + ": header or order of rows");
        }
        found.put(table, differences);
    }

    private static String difference(Table table, List<String> model, List<String> program) {
        if (model == null || program == null) {
            return model == null ? "only the program has " + program : "only the model has " + model;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < table.columns.size(); i++) {
            if (!model.get(i).equals(program.get(i))) {
                text.append("%s model=%s program=%s; ".formatted(table.columns.get(i), model.get(i), program.get(i)));
            }
        }
        return text.toString();
    }

    boolean none() {
        return found.isEmpty() && stopped.isEmpty();
    }

    /** What a smaller script must still disagree on. */
    String subject() {
        return subjects().get(0);
    }

    List<String> subjects() {
        if (!stopped.isEmpty()) {
            Matcher cause =
                    Pattern.compile("(?m)^  (I\\d+|C\\d+) |ended with \\d+").matcher(stopped);
            String subject = "";
            while (cause.find()) {
                subject = cause.group();
            }
            return List.of(subject.strip());
        }
        return found.keySet().stream().map(Table::title).toList();
    }

    long rows() {
        return rows;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(stopped.lines()
                .filter(line -> !line.contains("W03_COLUMN_ORDER"))
                .collect(Collectors.joining("\n")));
        found.forEach((table, differences) ->
                differences.stream().limit(15).forEach(line -> text.append(line).append('\n')));
        return text.toString();
    }
}
