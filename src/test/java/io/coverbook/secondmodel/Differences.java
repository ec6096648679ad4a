package io.coverbook.secondmodel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows on which model and program disagree, in words. */
final class Differences {

    private final Map<Table, List<String>> found = new EnumMap<>(Table.class);
    private final String stopped;
    private final Set<String> unbuilt;
    private long rows;

    /** The program stopped on the way, and said this. */
    Differences(String stopped) {
        this.stopped = stopped;
        this.unbuilt = Set.of();
    }

    /** Tables that the program does not write are not compared, nor flags and notices that are not built. */
    Differences(Map<Table, String> model, Map<Table, String> program, Set<String> unbuilt) {
        this.unbuilt = unbuilt;
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
            if (!difference.isEmpty() && !unbuilt.contains(key.split(" ")[0])) {
                differences.add(table.title() + " " + key + ": " + difference);
            }
        }
        if (differences.isEmpty() && ours.equals(theirs)) {
            differences.add(table.title() + ": header or order of rows");
        }
        if (!differences.isEmpty()) {
            found.put(table, differences);
        }
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

    /** The customers of whom anything differs, documents left aside, for those shift all that follow. */
    Set<String> customers() {
        Pattern customer = Pattern.compile("BA-(a\\d+)-");
        Set<String> customers = new TreeSet<>();
        found.forEach((table, lines) -> lines.forEach(line -> {
            Matcher name = customer.matcher(line.split(": ")[0]);
            if (name.find()) {
                customers.add(name.group(1));
            }
        }));
        return customers;
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
        return found.values().stream()
                .flatMap(List::stream)
                .map(Differences::subject)
                .distinct()
                .toList();
    }

    /** The table, and of flags and notices their kind. */
    private static String subject(String difference) {
        String[] words = difference.split("[ :]+");
        return List.of("flags", "notices").contains(words[0]) ? words[0] + " " + words[1] : words[0];
    }

    long rows() {
        return rows;
    }

    @Override
    public String toString() {
        List<String> said = stopped.lines().filter(line -> !line.isBlank()).toList();
        StringBuilder text =
                new StringBuilder(String.join("\n", said.subList(Math.max(0, said.size() - 12), said.size())));
        for (String subject : stopped.isEmpty() ? subjects() : List.<String>of()) {
            found.values().stream()
                    .flatMap(List::stream)
                    .filter(line -> subject(line).equals(subject))
                    .limit(5)
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }
}
