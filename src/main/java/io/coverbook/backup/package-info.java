/** Everything the database keeps as one file, and back into an empty database, without any program of PostgreSQL's. */
@NullMarked
package io.coverbook.backup;

import org.jspecify.annotations.NullMarked;
