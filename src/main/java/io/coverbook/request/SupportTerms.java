package io.coverbook.request;

/** The reference data that requests are answered with (CONTRACT 4). */
public record SupportTerms(HoursBook hours, Holidays holidays, ResponseTargets targets, ServiceRegister services) {}
