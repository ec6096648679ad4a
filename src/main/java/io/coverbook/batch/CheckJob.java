package io.coverbook.batch;

import io.coverbook.batch.Results.Imported;
import io.coverbook.ingest.ExportFile;
import io.coverbook.store.CheckStore.Difference;
import io.coverbook.store.DecisionStore;
import io.coverbook.store.ImportOutcome;
import io.coverbook.store.ImportRequest;
import io.coverbook.store.RunMark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Shows what files would change: they are imported and everything is decided anew, in one transaction that is taken back.
 * What was imported and not decided yet is decided first, so that only the files make the difference.
 */
final class CheckJob {

    private final Workshop shop;
    private final Function<LocalDate, DecisionStore.Basis> basis;

    /** @param basis what decisions on a day rest on */
    CheckJob(Workshop shop, Function<LocalDate, DecisionStore.Basis> basis) {
        this.shop = shop;
        this.basis = basis;
    }

    /** Needs the lock and a run of its own. */
    Imported run(List<ExportFile> files, ImportRequest request, RunMark run, Imported found) {
        LocalDate on = day(files, request);
        LocalDate through = on.plusMonths(1);
        return shop.checks().undone(() -> {
            decide(through);
            shop.checks().remember(on);
            List<ImportOutcome> outcomes = new ArrayList<>();
            for (ExportFile file : files) {
                outcomes.add(shop.facts().tryOut(file, request, run, shop.progress()::rows));
            }
            outcomes.addAll(found.files());
            decide(through);
            Difference difference = shop.checks().difference(on, through);
            return new Imported(outcomes, found.ignored(), found.later(), difference);
        });
    }

    private void decide(LocalDate asOf) {
        DecisionStore.Basis now = basis.apply(asOf);
        shop.decisions().decideWithin(now);
        shop.decisions().record(now);
        shop.spread().all(now.run());
    }

    /** The latest day that is reconciled or that a file is of. */
    private LocalDate day(List<ExportFile> files, ImportRequest request) {
        LocalDate latest = shop.runs().reconciledOn().orElse(LocalDate.EPOCH);
        for (ExportFile file : files) {
            LocalDate day = request.policies().dayOf(file.exportedAt());
            latest = day.isAfter(latest) ? day : latest;
        }
        return latest;
    }
}
