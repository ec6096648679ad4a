package io.coverbook.ingest;

import io.coverbook.azure.AzureForm;
import io.coverbook.azure.AzureList;
import io.coverbook.azure.AzureTarget;
import io.coverbook.azure.CostTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the exports in the files and folders that a person names, and tells of every other file why it is none. */
public final class ExportFolder {

    private static final Set<String> UNFINISHED = Set.of("tmp", "part", "partial", "filepart", "crdownload", "swp");
    private static final Set<String> LOOKED_AT = Set.of(
            "csv", "tsv", "gz", "json", "jsonl", "ndjson", "xlsx", "xls", "xml", "zip", "pdf", "html", "parquet");
    private static final Pattern REJECTED = Pattern.compile("\\.rejected\\.(?:csv|json|xlsx)$");
    private static final String MANIFEST = ".manifest.json";

    /** How the word about a manifest begins whose parts are all there and as they should be. */
    public static final String PARTS_CHECKED = "a manifest, its ";

    private final ReadOptions options;
    private final List<ExportFile> files = new ArrayList<>();
    private final List<FileRefusal> refused = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();
    private final List<Path> manifests = new ArrayList<>();
    private final AzureFiles azure;

    private ExportFolder(ReadOptions options) {
        this.options = options;
        this.azure = new AzureFiles(options);
    }

    /** Folders are read with their subfolders. A file that is found twice is read once. */
    public static FoundFiles find(List<Path> paths, ReadOptions options) {
        ExportFolder folder = new ExportFolder(options);
        paths.forEach(folder::named);
        folder.manifests.forEach(folder::parts);
        folder.files.addAll(folder.azure.files());
        folder.files.sort(ExportFile.inReadingOrder());
        folder.refused.sort(Comparator.comparing(FileRefusal::name));
        folder.ignored.sort(Comparator.naturalOrder());
        return new FoundFiles(List.copyOf(folder.files), List.copyOf(folder.refused), List.copyOf(folder.ignored));
    }

    /** The time of export that a name tells; null when it tells none, or one that cannot be read. */
    public static @Nullable Instant timeIn(String name) {
        try {
            return ExportName.of(name, true).exportedAt();
        } catch (FileRefusedException e) {
            return null;
        }
    }

    /** What a person names is meant, links included. */
    private void named(Path path) {
        try {
            Path real = path.toRealPath();
            if (Files.isDirectory(real)) {
                folder(real, real);
            } else if (unfinished(name(path))) {
                throw new FileRefusedException(
                        FileCode.F02_NOT_READY,
                        0,
                        "the name says that the file is not complete yet; wait for it, or rename it if it is");
            } else {
                file(real, name(path));
            }
        } catch (IOException e) {
            refuse(name(path), e);
        }
    }

    private void folder(Path folder, Path root) {
        try {
            entries(folder).forEach(entry -> entry(entry, root));
        } catch (IOException e) {
            refuse(name(folder), e);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (UncheckedIOException e) {
            throw new IOException("the folder " + name(folder) + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private void entry(Path entry, Path root) {
        String name = name(entry);
        String reason = reasonToIgnore(entry, name);
        try {
            if (reason != null) {
                ignored.add(root.relativize(entry) + ": " + reason);
            } else if (Files.isSymbolicLink(entry)) {
                link(entry, root);
            } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                folder(entry, root);
            } else {
                file(entry, name);
            }
        } catch (IOException e) {
            refuse(name, e);
        }
    }

    private static @Nullable String reasonToIgnore(Path entry, String name) {
        if (name.startsWith(".") || name.startsWith("~$") || name.endsWith("~")) {
            return "hidden or a lock";
        }
        if (unfinished(name)) {
            return "not complete yet";
        }
        if (REJECTED.matcher(name).find()) {
            return "the rejected rows of an import; correct them and import the file by its name";
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(MANIFEST)) {
            Path of = entry.resolveSibling(name.substring(0, name.length() - MANIFEST.length()));
            return Files.exists(of, LinkOption.NOFOLLOW_LINKS)
                    ? "a manifest, checked with its file"
                    : "a manifest whose file is not here yet";
        }
        boolean file = !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
        return file && !LOOKED_AT.contains(extension(name)) && !namesKind(name) ? "no export by its name" : null;
    }

    private static boolean namesKind(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return Stream.of(ExportKind.values()).anyMatch(kind -> small.startsWith(kind.label()));
    }

    private static boolean unfinished(String name) {
        return UNFINISHED.contains(extension(name));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** A link inside the folder leads to a file that is found anyway; any other is a way out of the folder (C171). */
    private void link(Path link, Path root) throws IOException {
        try {
            if (link.toRealPath().startsWith(root)) {
                ignored.add(root.relativize(link) + ": a link to another file of the folder");
                return;
            }
        } catch (IOException e) {
            throw unsafe("a symbolic link that leads nowhere; put the file itself there", e);
        }
        throw unsafe("a symbolic link that leads out of the folder; put the file itself there", null);
    }

    private static FileRefusedException unsafe(String what, @Nullable Throwable cause) {
        return new FileRefusedException(FileCode.F16_UNSAFE_PATH, 0, "the path is " + what, cause);
    }

    private void file(Path path, String name) throws IOException {
        BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!before.isRegularFile()) {
            throw unsafe("no plain file but a pipe, a device or the like; import plain files", null);
        }
        if (!seen.add(path.toRealPath())) {
            return;
        }
        if (before.size() > options.maxBytes()) {
            throw new FileRefusedException(
                    FileCode.F14_TOO_LARGE,
                    0,
                    "the file has " + before.size() + " bytes, more than the limit of " + options.maxBytes()
                            + "; split the export");
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            recognise(path, null); // what it is matters more than what its name says of the time
        }
        ExportName told = ExportName.of(name, options.exportedAt() != null);
        Manifest manifest = Manifest.beside(path);
        String sha256 = Checksum.of(path);
        if (manifest != null) {
            manifest.check(sha256);
        }
        Recognised what = recognise(path, told.kind());
        BasicFileAttributes after = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (after.size() != before.size() || !after.lastModifiedTime().equals(before.lastModifiedTime())) {
            throw new FileRefusedException(
                    FileCode.F02_NOT_READY,
                    0,
                    "the file was changed while it was looked at; wait until it is complete and import it again");
        }
        add(found(path, name, told.exportedAt(), sha256, after), manifest, what);
    }

    /** What a file is: JSON, a table of costs, or one of our own kinds. */
    private record Recognised(
            boolean json,
            AzureList.@Nullable Found costs,
            @Nullable ExportKind kind) {}

    private AzureFiles.Found found(
            Path path, String name, @Nullable Instant inName, String sha256, BasicFileAttributes attributes) {
        Instant option = options.exportedAt();
        Instant time = inName != null ? inName : option;
        TimeSource source = inName != null ? TimeSource.NAME : TimeSource.OPTION;
        if (time == null) {
            time = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MICROS);
            source = TimeSource.MODIFIED;
        }
        return new AzureFiles.Found(path, name, time, source, sha256, attributes.size(), null);
    }

    private void add(AzureFiles.Found found, @Nullable Manifest manifest, Recognised what) throws IOException {
        AzureFiles.Found file = found.with(manifest);
        AzureList.Found costs = what.costs();
        if (what.json()) {
            if (!azure.json(file)) {
                manifests.add(file.path());
            }
        } else if (costs != null) {
            azure.table(file, costs);
        } else if (what.kind() != null) {
            files.add(new ExportFile(
                    file.path(),
                    file.name(),
                    what.kind(),
                    file.at(),
                    file.from(),
                    file.sha256(),
                    file.size(),
                    options.partial(),
                    null,
                    manifest));
        }
    }

    /** The parts of an export go with what its manifest says of them: all, or none (O32). */
    private void parts(Path path) {
        List<PartsManifest.Part> parts = List.of();
        try {
            PartsManifest manifest = PartsManifest.read(path);
            parts = manifest.parts();
            manifest.check();
            ignored.add(name(path) + ": " + PARTS_CHECKED + parts.size() + (parts.size() == 1 ? " part" : " parts")
                    + " checked against it");
        } catch (IOException e) {
            refuse(name(path), e);
            for (PartsManifest.Part part : parts) {
                if (part.file() != null) {
                    withdraw(part.file(), name(path));
                }
            }
            return;
        }
        for (PartsManifest.Part part : parts) {
            Path file = Objects.requireNonNull(part.file());
            try {
                file(file, name(file));
            } catch (IOException e) {
                refuse(name(file), e);
            }
        }
    }

    private void withdraw(Path part, String manifest) {
        if (azure.withdraw(part)) {
            ignored.add(name(part) + ": not taken, because its manifest " + manifest + " is refused");
        }
    }

    private Recognised recognise(Path path, @Nullable ExportKind named) throws IOException {
        if (JsonText.begins(path, options)) {
            return new Recognised(true, null, null);
        }
        try (ExportText text = new ExportText(path, options)) {
            CostTable costs = text.header().costs(options);
            if (costs != null) {
                AzureForm form = costs.form();
                return new Recognised(false, new AzureList.Found(form, Set.of(AzureTarget.WITNESSES)), null);
            }
            return new Recognised(false, null, text.header().kind(options.kind(), named));
        }
    }

    private void refuse(String name, IOException e) {
        FileRefusedException refusal = e instanceof FileRefusedException known ? known : unreadable(e);
        refused.add(new FileRefusal(name, refusal.code(), message(refusal)));
    }

    private static String message(FileRefusedException refusal) {
        return (refusal.line() == 0 ? "" : "line " + refusal.line() + ": ") + refusal.getMessage();
    }

    /** What the operating system said, as a refusal that may be tried again (C175, C176). */
    static FileRefusedException unreadable(IOException e) {
        String why;
        if (e instanceof NoSuchFileException) {
            why = "there is no such file; check the path";
        } else if (e instanceof AccessDeniedException) {
            why = "this user may not read it; give the user the right, or import as another";
        } else {
            why = "it cannot be read (" + e + "); check the disk and try again";
        }
        return new FileRefusedException(FileCode.F26_IO, 0, why, e);
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return Printable.cut(last == null ? path.toString() : last.toString());
    }
}
