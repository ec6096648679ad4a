package io.coverbook.store;

import io.coverbook.ingest.ReadOptions;
import io.coverbook.plan.Policies;
import org.jspecify.annotations.Nullable;

/**
 * How files are to be imported.
 *
 * @param acceptRemovals the exact number of rows that may go missing beyond the shrink guard, empty to keep the guard
 * @param check whether to look only, and change nothing
 */
public record ImportRequest(
        ReadOptions options, Policies policies, @Nullable Long acceptRemovals, boolean check) {}
