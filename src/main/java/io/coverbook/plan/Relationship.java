package io.coverbook.plan;

/** Whether the customer (DIRECT) or its partner (INDIRECT) is billed for an Enterprise Agreement (P30). */
public enum Relationship {
    DIRECT,
    INDIRECT
}
