package io.coverbook.cli;

import io.coverbook.batch.Results.Imported;
import io.coverbook.ingest.ExportFolder;
import io.coverbook.report.Json;
import io.coverbook.store.ImportOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that others put exports into: {@code inbox}, from which each complete file is claimed by one rename into {@code
 * processing}, imported, and put into {@code done/YYYY-MM} or {@code failed} with a result beside it.
 *
 * <p>Nothing is followed out of it: links, folders and everything that is no plain file of one name stay where they are,
 * and are told.
 */
final class DropFolder {

    private static final int MOST = 500;
    private static final String MANIFEST = ".manifest.json";
    private static final Set<String> UNFINISHED =
            Set.of("tmp", "part", "partial", "filepart", "crdownload", "swp", "lock");

    private final Path root;
    private final Duration settle;
    private final Instant now;
    private final List<String> left = new ArrayList<>();

    /**
     * The folder.
     *
     * @param settle how long a file must lie unchanged before it counts as complete
     * @param now against which that is measured
     */
    DropFolder(Path root, Duration settle, Instant now) {
        this.root = root;
        this.settle = settle;
        this.now = now;
    }

    Path processing() {
        return root.resolve("processing");
    }

    Path failed() {
        return root.resolve("failed");
    }

    /** What was left in the inbox, each with the reason. */
    List<String> left() {
        return List.copyOf(left);
    }

    /**
     * When a folder is due that is not there: the first look of a day makes it, or says why it cannot; then the next time of
     * the card does. The same all day, so that a look in between knows what was tried.
     */
    static Instant today(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS);
    }

    /** When each file was exported that {@link #claim} would give; nothing is moved or made. */
    List<Instant> due() throws IOException {
        if (!Files.isDirectory(root.resolve("inbox"))) {
            return List.of(today(now));
        }
        List<Instant> times = new ArrayList<>();
        for (Waiting one : waiting()) {
            if (reasonToLeave(one) == null) {
                times.add(one.at());
            }
        }
        if (Files.isDirectory(processing())) {
            try (Stream<Path> entries = Files.list(processing())) {
                for (Path file : entries.sorted().toList()) {
                    if (reasonToLeave(file) == null) {
                        times.add(ExportFolder.exportedAt(file));
                    }
                }
            }
        }
        return times;
    }

    /**
     * Moves what is complete out of the inbox; files that a killed program had claimed are there already.
     *
     * @param until files exported later stay for the next time, empty for all
     */
    List<Path> claim(@Nullable Instant until) throws IOException {
        for (Path folder : List.of(root, root.resolve("inbox"), processing(), failed())) {
            plainFolder(folder);
        }
        int claimed = 0;
        int later = 0;
        for (Waiting one : waiting()) {
            String reason = reasonToLeave(one);
            if (reason == null && until != null && one.at().isAfter(until)) {
                continue;
            }
            if (reason != null) {
                one.files().forEach(file -> left.add(name(file) + ": " + reason));
            } else if (claimed == MOST) {
                later++;
            } else {
                for (Path file : one.files()) {
                    move(file, free(processing(), name(file)));
                }
                claimed++;
            }
        }
        if (later > 0) {
            left.add(later + (later == 1 ? " file is" : " files are")
                    + " for the next round, which begins with the oldest");
        }
        try (Stream<Path> entries = Files.list(processing())) {
            return entries.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /** A file in the inbox with the manifest beside it, which goes first so that the file never lies without it. */
    private record Waiting(String name, Instant at, List<Path> files) {}

    /** What lies in the inbox, the oldest export first (C187). */
    private List<Waiting> waiting() throws IOException {
        Map<String, List<Path>> byName = new TreeMap<>();
        try (Stream<Path> entries = Files.list(root.resolve("inbox"))) {
            entries.sorted(Comparator.reverseOrder())
                    .forEach(file -> byName.computeIfAbsent(of(name(file)), k -> new ArrayList<>())
                            .add(file));
        }
        List<Waiting> waiting = new ArrayList<>();
        for (Map.Entry<String, List<Path>> one : byName.entrySet()) {
            List<Path> files = one.getValue();
            waiting.add(new Waiting(one.getKey(), ExportFolder.exportedAt(files.get(files.size() - 1)), files));
        }
        waiting.sort(Comparator.comparing(Waiting::at).thenComparing(Waiting::name));
        return waiting;
    }

    /** The file that a manifest belongs to; any other file belongs to itself. */
    private static String of(String name) {
        return name.endsWith(MANIFEST) ? name.substring(0, name.length() - MANIFEST.length()) : name;
    }

    private @Nullable String reasonToLeave(Waiting one) throws IOException {
        if (!one.files().contains(root.resolve("inbox").resolve(one.name()))) {
            return "F02_NOT_READY, a manifest whose file is not here yet";
        }
        String reason = null;
        for (Path file : one.files()) {
            reason = reason == null ? reasonToLeave(file) : reason;
        }
        return reason;
    }

    private static void plainFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.isSymbolicLink(folder)) {
            throw new IOException(folder + " is a link; the drop folder and what is in it must be plain folders");
        }
    }

    private @Nullable String reasonToLeave(Path file) throws IOException {
        String name = name(file);
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            return "F16_UNSAFE_PATH, a link; put the file itself there";
        }
        if (!attributes.isRegularFile()) {
            return "F16_UNSAFE_PATH, no plain file";
        }
        if (hardLinked(file)) {
            return "F16_UNSAFE_PATH, the file has a second name elsewhere; put a copy there";
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (name.startsWith(".") || name.startsWith("~$") || name.endsWith("~") || UNFINISHED.contains(extension)) {
            return "F02_NOT_READY by its name";
        }
        boolean young = attributes.lastModifiedTime().toInstant().plus(settle).isAfter(now);
        return young ? "F02_NOT_READY, it was written less than " + settle.toSeconds() + " seconds ago" : null;
    }

    private static boolean hardLinked(Path file) throws IOException {
        FileStore store = Files.getFileStore(file);
        if (!store.supportsFileAttributeView("unix")
                && !file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return false;
        }
        Object links = Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
        return links instanceof Integer count && count > 1;
    }

    /** Puts the files where they belong after the import, each with its result. */
    void settle(List<Path> claimed, Imported imported) throws IOException {
        for (Path file : claimed) {
            String name = name(file);
            List<ImportOutcome> own = imported.files().stream()
                    .filter(outcome -> outcome.names().contains(of(name)))
                    .toList();
            String passed = imported.ignored().stream()
                    .filter(told -> told.startsWith(name + ": "))
                    .findFirst()
                    .orElse("");
            boolean good = (passed.startsWith(name + ": " + ExportFolder.PARTS_CHECKED) || !own.isEmpty())
                    && own.stream().allMatch(outcome -> done(outcome.result()));
            Path folder = good ? root.resolve("done").resolve(month()) : failed();
            Files.createDirectories(folder);
            Path target = free(folder, name);
            if (name.equals(of(name))) {
                result(target, own, imported, passed);
            }
            for (ImportOutcome outcome : own) {
                rejected(outcome.rejected(), folder);
            }
            move(file, target);
        }
    }

    /** Whether there is nothing left to do about such a file. */
    static boolean done(ImportOutcome.Result result) {
        return result == ImportOutcome.Result.ACCEPTED || result == ImportOutcome.Result.SAME;
    }

    private String month() {
        return YearMonth.from(now.atOffset(ZoneOffset.UTC)).toString();
    }

    private void result(Path target, List<ImportOutcome> own, Imported imported, String passed) throws IOException {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("schemaVersion", Json.SCHEMA_VERSION);
        answer.put("at", now);
        answer.put("results", ImportReport.files(new Imported(own, List.of(), List.of(), imported.difference())));
        if (own.isEmpty()) {
            answer.put("message", passed.isEmpty() ? "no export by its name or content; nothing was read" : passed);
        }
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            Json.write(out, answer);
        }
        Files.writeString(target.resolveSibling(name(target) + ".result.json"), text.toString());
    }

    /** The files of rejected rows lie beside the file they are of. */
    private static void rejected(@Nullable Path file, Path folder) throws IOException {
        if (file == null || folder.equals(file.getParent())) {
            return;
        }
        String stem = name(file).replaceAll("\\.[a-z]+$", "");
        for (String ending : List.of(".csv", ".json", ".xlsx")) {
            Path one = file.resolveSibling(stem + ending);
            if (Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)) {
                move(one, free(folder, name(one)));
            }
        }
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }

    /** A name that nothing has yet: nothing is ever written over. */
    private static Path free(Path folder, String name) {
        Path candidate = folder.resolve(name);
        int dot = name.indexOf('.');
        String stem = dot <= 0 ? name : name.substring(0, dot);
        for (int i = 2; Files.exists(candidate, LinkOption.NOFOLLOW_LINKS); i++) {
            candidate = folder.resolve(stem + " (" + i + ")" + name.substring(stem.length()));
        }
        return candidate;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(
                    from + " and " + to + " must lie on one file system, so that a file is never in two", e);
        }
    }
}
