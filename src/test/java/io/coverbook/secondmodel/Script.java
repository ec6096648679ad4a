package io.coverbook.secondmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Everything that is told to the program: policies, reference files by name, and commands in order. */
record Script(Map<String, String> policies, Map<String, String> reference, List<Step> steps) {

    Script with(List<Step> others) {
        return new Script(policies, reference, others);
    }

    /** The same with every file changed; an import without files is no step. */
    Script withFiles(UnaryOperator<Export> change) {
        List<Step> changed = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Import told) {
                List<Export> files = told.files().stream()
                        .map(change)
                        .filter(file -> !file.rows().isEmpty())
                        .toList();
                if (!files.isEmpty()) {
                    changed.add(new Step.Import(files));
                }
            } else {
                changed.add(step);
            }
        }
        return with(changed);
    }

    List<Export> files() {
        return steps.stream()
                .filter(Step.Import.class::isInstance)
                .flatMap(step -> ((Step.Import) step).files().stream())
                .toList();
    }
}
