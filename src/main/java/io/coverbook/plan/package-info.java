/** The nouns: accounts, agreements, subscriptions, support plans, tiers, channels, price lists. */
@NullMarked
package io.coverbook.plan;

import org.jspecify.annotations.NullMarked;
