/** What is missing or does not add up: agreement verdicts, flags, notices (X17, X20). */
@NullMarked
package io.coverbook.reconcile;

import org.jspecify.annotations.NullMarked;
