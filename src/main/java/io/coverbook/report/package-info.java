/** The month-end pack and the output tables as files. */
@NullMarked
package io.coverbook.report;

import org.jspecify.annotations.NullMarked;
