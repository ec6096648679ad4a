/** What a request for support is answered with: who may make it, whether it is covered, in which language, by when. */
@NullMarked
package io.coverbook.request;

import org.jspecify.annotations.NullMarked;
