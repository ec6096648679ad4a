/** Rules and recorded facts put together for people: is this covered and why, what does this code mean, what to do. */
@NullMarked
package io.coverbook.answer;

import org.jspecify.annotations.NullMarked;
