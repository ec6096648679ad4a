/** The command line: words in, text and exit codes out. */
@NullMarked
package io.coverbook.cli;

import org.jspecify.annotations.NullMarked;
