/** What a term costs and how charges become invoices (X2 to X5, X12 to X14). */
@NullMarked
package io.coverbook.billing;

import org.jspecify.annotations.NullMarked;
