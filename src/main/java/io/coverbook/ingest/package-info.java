/** Export files to typed rows, or to rejects that name file, line and column (X21, X24). */
@NullMarked
package io.coverbook.ingest;

import org.jspecify.annotations.NullMarked;
