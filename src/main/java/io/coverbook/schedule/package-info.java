/** Binds the cards {@code jobs/*.yaml} to the program's commands and to Quartz; finds in the data what is due. */
@NullMarked
package io.coverbook.schedule;

import org.jspecify.annotations.NullMarked;
