package io.coverbook.ingest;

import io.coverbook.azure.AzureFormException;
import io.coverbook.azure.AzureList;
import io.coverbook.azure.AzureTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files in Azure's forms among those found. Files of one folder that name themselves pages of one list are one
 * export, read together and taken whole.
 */
final class AzureFiles {

    private static final Pattern PAGE =
            Pattern.compile("(.*?)[._-]?(?:page|part)[._-]?([0-9]{1,6})((?:[._-][a-z]+)*)", Pattern.CASE_INSENSITIVE);

    private static final int UNNUMBERED = -1;

    /** A file as it was found. */
    record Found(
            Path path,
            String name,
            Instant at,
            TimeSource from,
            String sha256,
            long size,
            @Nullable Manifest manifest) {

        Found with(@Nullable Manifest beside) {
            return new Found(path, name, at, from, sha256, size, beside);
        }
    }

    /** Files of one folder that were written within this time belong to one run of exports. */
    private static final Duration RUN = Duration.ofHours(24);

    private record Listed(Found file, AzureList.Found list, List<AzureTarget> targets, int page) {

        Listed at(Instant time) {
            Found timed = new Found(file.path, file.name, time, file.from, file.sha256, file.size, file.manifest);
            return new Listed(timed, list, targets, page);
        }
    }

    private record SetKey(
            @Nullable Path folder,
            String stem,
            AzureList.Found list,
            @Nullable Instant told) {}

    private final ReadOptions options;
    private final Map<SetKey, List<Listed>> sets = new LinkedHashMap<>();
    private final List<ExportFile> tables = new ArrayList<>();

    AzureFiles(ReadOptions options) {
        this.options = options;
    }

    /** A file of JSON: what it is, its first entries tell. False when it lists the parts of an export. */
    boolean json(Found file) throws IOException {
        AzureList.Found list;
        try (JsonText text = new JsonText(file.path(), options)) {
            list = AzureList.find(text.reader(), options.form(), options.names());
        } catch (AzureFormException e) {
            if (e.trouble() == AzureFormException.Trouble.MANIFEST) {
                return false;
            }
            throw JsonText.refused(e);
        }
        List<AzureTarget> targets = wanted(list);
        Matcher page = PAGE.matcher(file.name());
        boolean paged = page.matches();
        String stem = paged ? page.group(1) + page.group(3) : file.name() + file.path();
        Instant told = file.from() == TimeSource.MODIFIED ? null : file.at();
        sets.computeIfAbsent(new SetKey(file.path().getParent(), stem, list, told), k -> new ArrayList<>())
                .add(new Listed(file, list, targets, paged ? Integer.parseInt(page.group(2)) : UNNUMBERED));
        return true;
    }

    /** The parts of an export that does not agree with its manifest are not taken. */
    boolean withdraw(Path part) {
        return tables.removeIf(table -> table.path().equals(part));
    }

    /** A table of costs. */
    void table(Found file, AzureList.Found list) throws FileRefusedException {
        for (AzureTarget target : wanted(list)) {
            tables.add(export(file, new ExportFile.Origin(list.form(), target, List.of(file.path()), false)));
        }
    }

    /** What of a file is to be read: all it tells, or the one kind that a person named. */
    private List<AzureTarget> wanted(AzureList.Found list) throws FileRefusedException {
        ExportKind told = options.kind();
        List<AzureTarget> targets = list.targets().stream()
                .filter(target -> told == null || kind(target) == told)
                .toList();
        if (targets.isEmpty()) {
            throw new FileRefusedException(
                    FileCode.F08_WRONG_TYPE,
                    0,
                    "the file holds " + list.form().title() + ", which tell nothing of "
                            + Objects.requireNonNull(told).label() + "; leave --kind out");
        }
        return targets;
    }

    static ExportKind kind(AzureTarget target) {
        return switch (target) {
            case ACCOUNTS -> ExportKind.BILLING_ACCOUNTS;
            case AGREEMENTS -> ExportKind.ENTERPRISE_AGREEMENTS;
            case SUBSCRIPTIONS -> ExportKind.SUBSCRIPTIONS;
            case ROLES -> ExportKind.ROLE_ASSIGNMENTS;
            case WITNESSES -> ExportKind.WITNESSES;
        };
    }

    /** The latest time of each folder: what one run of exports wrote there one after the other is of one time. */
    private void timeRuns() {
        Map<Path, Instant> latest = new HashMap<>();
        for (List<Listed> set : sets.values()) {
            for (Listed one : set) {
                if (one.file().from() == TimeSource.MODIFIED) {
                    latest.merge(folder(one.file()), one.file().at(), (a, b) -> a.isBefore(b) ? b : a);
                }
            }
        }
        sets.values().forEach(set -> set.replaceAll(one -> one.at(timeOf(one.file(), latest))));
    }

    private static Instant timeOf(Found file, Map<Path, Instant> latest) {
        Instant last = latest.get(folder(file));
        boolean sameRun = file.from() == TimeSource.MODIFIED
                && last != null
                && Duration.between(file.at(), last).compareTo(RUN) <= 0;
        return sameRun && last != null ? last : file.at();
    }

    private static Path folder(Found file) {
        Path parent = file.path().getParent();
        return parent == null ? file.path() : parent;
    }

    /** Everything found, pages put together. */
    List<ExportFile> files() {
        timeRuns();
        List<ExportFile> files = new ArrayList<>(tables);
        for (List<Listed> set : sets.values()) {
            set.sort(Comparator.comparingInt(Listed::page));
            for (AzureTarget target : set.get(0).targets()) {
                files.add(set(set, target));
            }
        }
        return files;
    }

    private ExportFile set(List<Listed> pages, AzureTarget target) {
        Listed first = pages.get(0);
        Listed last = pages.get(pages.size() - 1);
        List<Path> parts = pages.stream().map(page -> page.file().path()).toList();
        // A single file that calls itself a part is not all of it.
        boolean gap =
                first.page() != UNNUMBERED && (first.page() != 1 || last.page() != pages.size() || pages.size() == 1);
        ExportFile.Origin origin = new ExportFile.Origin(first.list().form(), target, parts, gap);
        if (pages.size() == 1) {
            return export(first.file(), origin);
        }
        Instant at = pages.stream()
                .map(page -> page.file().at())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Found whole = new Found(
                first.file().path(),
                first.file().name() + " to " + last.page(),
                at,
                first.file().from(),
                Checksum.ofAll(pages.stream().map(page -> page.file().sha256()).toList()),
                pages.stream().mapToLong(page -> page.file().size()).sum(),
                null);
        return export(whole, origin);
    }

    private ExportFile export(Found file, ExportFile.Origin origin) {
        return new ExportFile(
                file.path(),
                file.name(),
                kind(origin.target()),
                file.at(),
                file.from(),
                file.sha256(),
                file.size(),
                options.partial(),
                origin,
                file.manifest());
    }
}
