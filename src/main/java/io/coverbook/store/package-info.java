/** The only room with SQL: facts, decisions and documents in PostgreSQL, by COPY and set statements. */
@NullMarked
package io.coverbook.store;

import org.jspecify.annotations.NullMarked;
