/** Points at which a test can stop the program, to prove that it can be stopped anywhere. Without a test they do nothing. */
@NullMarked
package io.coverbook.fault;

import org.jspecify.annotations.NullMarked;
