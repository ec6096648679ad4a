package io.coverbook.secondmodel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Makes a script smaller while it still does what is wrong with it: leaves out rows of all times, commands, files, rows
 * of one file, and cells, in ever smaller portions.
 */
final class Shrinker {

    private final Predicate<Script> wrong;
    private int tries;

    /** Without these a row of a support plan would be rejected. */
    private static final Set<String> PLAN = Set.of("product_category", "plan_tier", "channel", "purchased_at");

    /** {@code wrong} tells whether a script still shows the disagreement; it is asked {@code tries} times at most. */
    Shrinker(Predicate<Script> wrong, int tries) {
        this.wrong = wrong;
        this.tries = tries;
    }

    private static final List<String> CUSTOMERS =
            IntStream.range(0, 10).mapToObj(i -> "BA-a" + i + "-").toList();

    /** A cell of all rows of one key. */
    private record Cell(FactKind kind, String key, String column) {}

    /** A row of one file. */
    private record Line(int file, String key) {}

    Script shrink(Script script) {
        Script small = less(script, new ArrayList<>(CUSTOMERS), Shrinker::withoutCustomers);
        small = less(small, keys(small), Shrinker::withoutKeys);
        small = less(small, numbers(small.steps().size() - 1), Shrinker::withoutSteps);
        small = less(small, keys(small), Shrinker::withoutKeys);
        small = less(small, numbers(small.files().size()), Shrinker::withoutFiles);
        small = less(small, lines(small), Shrinker::withoutLines);
        small = less(small, cells(small), Shrinker::withoutCells);
        return less(small, new ArrayList<>(small.policies().keySet()), Shrinker::withoutPolicies);
    }

    private <T> Script less(Script script, List<T> parts, BiFunction<Script, Set<T>, Script> without) {
        Set<T> gone = new HashSet<>();
        for (int size = Math.max(1, parts.size() / 2); size >= 1 && tries > 0; size = size == 1 ? 0 : (size + 1) / 2) {
            for (int at = 0; at < parts.size() && tries > 0; at += size) {
                Set<T> more = new HashSet<>(gone);
                more.addAll(parts.subList(at, Math.min(parts.size(), at + size)));
                if (more.size() > gone.size() && holds(without.apply(script, more))) {
                    gone = more;
                }
            }
        }
        return without.apply(script, gone);
    }

    private boolean holds(Script script) {
        tries--;
        return wrong.test(script);
    }

    private static List<Integer> numbers(int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private static List<String> keys(Script script) {
        Set<String> keys = new LinkedHashSet<>();
        script.files().forEach(file -> file.rows().forEach(row -> keys.add(key(file, row))));
        keys.removeIf(RandomScript::anchor);
        return new ArrayList<>(keys);
    }

    private static Script withoutCustomers(Script script, Set<String> gone) {
        return script.withFiles(file -> file.with(file.rows().stream()
                .filter(row ->
                        gone.stream().noneMatch(name -> row.values().stream().anyMatch(v -> v.contains(name))))
                .toList()));
    }

    private static String key(Export file, Map<String, String> row) {
        return file.kind() + " " + file.kind().key(row);
    }

    private static Script withoutKeys(Script script, Set<String> gone) {
        return script.withFiles(file -> file.with(file.rows().stream()
                .filter(row -> !gone.contains(key(file, row)))
                .toList()));
    }

    private static Script withoutSteps(Script script, Set<Integer> gone) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < script.steps().size(); i++) {
            if (!gone.contains(i)) {
                steps.add(script.steps().get(i));
            }
        }
        return script.with(steps);
    }

    private static Script withoutFiles(Script script, Set<Integer> gone) {
        int[] number = {0};
        return script.withFiles(file -> gone.contains(number[0]++) ? file.with(List.of()) : file);
    }

    private static List<Line> lines(Script script) {
        List<Line> lines = new ArrayList<>();
        List<Export> files = script.files();
        for (int i = 0; i < files.size(); i++) {
            int number = i;
            files.get(i).rows().stream()
                    .map(row -> key(files.get(number), row))
                    .filter(key -> !RandomScript.anchor(key))
                    .forEach(key -> lines.add(new Line(number, key)));
        }
        return lines;
    }

    private static Script withoutLines(Script script, Set<Line> gone) {
        int[] number = {0};
        return script.withFiles(file -> {
            int own = number[0]++;
            return file.with(file.rows().stream()
                    .filter(row -> !gone.contains(new Line(own, key(file, row))))
                    .toList());
        });
    }

    private static List<Cell> cells(Script script) {
        Set<Cell> cells = new LinkedHashSet<>();
        script.files().forEach(file -> file.rows().forEach(row -> row.keySet().stream()
                .filter(column -> !file.kind().required.contains(column) && !PLAN.contains(column))
                .forEach(column -> cells.add(new Cell(file.kind(), key(file, row), column)))));
        return new ArrayList<>(cells);
    }

    private static Script withoutCells(Script script, Set<Cell> gone) {
        return script.withFiles(file -> file.with(file.rows().stream()
                .map(row -> {
                    Map<String, String> left = new TreeMap<>(row);
                    left.keySet().removeIf(column -> gone.contains(new Cell(file.kind(), key(file, row), column)));
                    return left;
                })
                .toList()));
    }

    private static Script withoutPolicies(Script script, Set<String> gone) {
        Map<String, String> policies = new TreeMap<>(script.policies());
        policies.keySet().removeAll(gone);
        return new Script(policies, script.reference(), script.steps());
    }
}
