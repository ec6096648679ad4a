package io.coverbook.batch;

import io.coverbook.batch.Results.Imported;
import io.coverbook.batch.Results.Later;
import io.coverbook.ingest.ExportFile;
import io.coverbook.ingest.ExportFolder;
import io.coverbook.ingest.FileRefusal;
import io.coverbook.ingest.FileWarning;
import io.coverbook.ingest.FoundFiles;
import io.coverbook.ingest.ReadOptions;
import io.coverbook.ingest.WarningCode;
import io.coverbook.plan.Policies;
import io.coverbook.store.DecisionStore;
import io.coverbook.store.ImportOutcome;
import io.coverbook.store.ImportOutcome.Counts;
import io.coverbook.store.ImportOutcome.Result;
import io.coverbook.store.ImportRequest;
import io.coverbook.store.RunMark;
import io.coverbook.store.RunStore;
import io.coverbook.store.RunStore.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes files into the facts, one step a file, in order of export. */
final class ImportJob {

    private static final Duration TOLERATED = Duration.ofMinutes(10);
    private static final FileWarning FUTURE =
            new FileWarning(WarningCode.W22_FUTURE_EXPORT, 0, 1, WarningCode.W22_FUTURE_EXPORT.meaning());

    private final Workshop shop;
    private final DecisionBasis basis;

    /** What decisions of a run on a day rest on. */
    interface DecisionBasis {
        DecisionStore.Basis on(Policies policies, LocalDate asOf, RunMark run);
    }

    ImportJob(Workshop shop, DecisionBasis basis) {
        this.shop = shop;
        this.basis = basis;
    }

    /** Needs the lock. */
    Imported run(ImportOrder order) {
        ReadOptions options =
                order.options().withNames(shop.setting().reference().planNames());
        FoundFiles found = ExportFolder.find(order.paths(), options);
        Instant until = order.until();
        List<Later> later = found.files().stream()
                .filter(file -> until != null && file.exportedAt().isAfter(until))
                .map(file -> new Later(file.name(), file.exportedAt()))
                .toList();
        List<ExportFile> files = found.files().stream()
                .filter(file -> until == null || !file.exportedAt().isAfter(until))
                .toList();
        List<ImportOutcome> outcomes = new ArrayList<>();
        if (!files.isEmpty() || !found.refused().isEmpty()) {
            shop.progress().run(order.check() ? "check" : "import");
            RunMark run = shop.begin(Purpose.IMPORT, null, null);
            Policies policies = shop.policies(YearMonth.of(1970, 1));
            ImportRequest request = new ImportRequest(
                    options.withMaxRejects(policies.maxRejects()), policies, order.acceptRemovals(), order.check());
            if (order.check()) {
                found.refused().forEach(refusal -> outcomes.add(told(refusal)));
                Imported checked = new Imported(List.copyOf(outcomes), found.ignored(), later, null);
                Imported result =
                        new CheckJob(shop, asOf -> basis.on(policies, asOf, run)).run(files, request, run, checked);
                shop.runs()
                        .finish(
                                run,
                                RunStore.Ending.DONE,
                                shop.setting().actor(),
                                "checked " + files.size() + " files");
                return result;
            }
            shop.jobs().run("import", run, steps(files, found.refused(), request, run, outcomes));
            shop.runs().finish(run, RunStore.Ending.DONE, shop.setting().actor(), outcomes.size() + " files");
        }
        return new Imported(outcomes, found.ignored(), later, null);
    }

    /** Clocks differ by minutes, not more (C076; L5: a warning). */
    private boolean fromTheFuture(ExportFile file) {
        return file.exportedAt().isAfter(shop.clock().instant().plus(TOLERATED));
    }

    private JobRunner.Steps steps(
            List<ExportFile> files,
            List<FileRefusal> refused,
            ImportRequest request,
            RunMark run,
            List<ImportOutcome> outcomes) {
        JobRunner.Steps steps = new JobRunner.Steps();
        Set<String> names = new HashSet<>();
        for (ExportFile file : files) {
            steps.then(unique(file.name(), names), () -> {
                ImportOutcome outcome = shop.facts().take(file, request, run, shop.progress()::rows);
                outcomes.add(fromTheFuture(file) ? outcome.with(FUTURE) : outcome);
                return outcome.counts().read();
            });
        }
        for (FileRefusal refusal : refused) {
            steps.then(unique(refusal.name(), names), () -> {
                shop.facts().refused(refusal, run);
                outcomes.add(told(refusal));
                return 0;
            });
        }
        return steps;
    }

    private static ImportOutcome told(FileRefusal refusal) {
        return new ImportOutcome(
                refusal.name(),
                "unknown",
                Result.REFUSED,
                refusal.code().name(),
                refusal.message(),
                new Counts(0, 0, 0, 0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(refusal.name()));
    }

    /** Step names are unique in a job and at most a hundred characters long. */
    private static String unique(String name, Set<String> names) {
        String shortened = name.length() > 90 ? name.substring(name.length() - 90) : name;
        String candidate = shortened;
        for (int i = 2; !names.add(candidate); i++) {
            candidate = shortened + " (" + i + ")";
        }
        return candidate;
    }
}
