/** Spring Batch jobs behind the run row: import, reconcile, month-end. They put steps in order and decide nothing. */
@NullMarked
package io.coverbook.batch;

import org.jspecify.annotations.NullMarked;
