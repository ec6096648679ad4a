/** What people and programs outside are told, once for every event: by e-mail, by webhook, and by letter to customers. */
@NullMarked
package io.coverbook.outbox;

import org.jspecify.annotations.NullMarked;
