package io.coverbook.entitlement;

import io.coverbook.calendar.Span;

/** The support that a scope has during a run of days. */
public record CoverSpan(Span days, Cover cover) {}
