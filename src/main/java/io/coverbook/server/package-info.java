/** The embedded PostgreSQL of a data directory: unpacked, made, started, shared and stopped. Knows no tables. */
@NullMarked
package io.coverbook.server;

import org.jspecify.annotations.NullMarked;
