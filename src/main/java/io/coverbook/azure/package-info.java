/** What Azure's portal, command line and REST interfaces export, told in the words of our own columns (FORMATS 10). */
@NullMarked
package io.coverbook.azure;

import org.jspecify.annotations.NullMarked;
