package io.coverbook.plan;

/** What a row of the subscriptions export is: a support plan, or something a plan can cover. */
public enum ProductCategory {
    USAGE_BASED,
    AZURE_SUPPORT,
    OTHER
}
