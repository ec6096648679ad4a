package io.coverbook.batch;

import io.coverbook.ingest.ReadOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to import and how.
 *
 * @param until files exported later are left alone, empty for all (L4)
 * @param acceptRemovals the exact number of rows that may go missing, empty to keep the guard
 */
public record ImportOrder(
        List<Path> paths,
        ReadOptions options,
        @Nullable Long acceptRemovals,
        boolean check,
        @Nullable Instant until) {}
