/** The answers over HTTP: the same as the commands', for programs and later for pages. */
@NullMarked
package io.coverbook.web;

import org.jspecify.annotations.NullMarked;
