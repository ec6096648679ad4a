/** Which subscription is covered on which days, by what, and why not (X16, X25). */
@NullMarked
package io.coverbook.entitlement;

import org.jspecify.annotations.NullMarked;
