/** Which terms of a plan exist: renewal, cancellation, reactivation, upgrade (X6 to X11). */
@NullMarked
package io.coverbook.renewal;

import org.jspecify.annotations.NullMarked;
