package io.coverbook.plan;

/** The status of an Enterprise Agreement (P27). */
public enum AgreementStatus {
    PENDING,
    ACTIVE,
    EXTENDED,
    EXPIRED,
    TRANSFERRED,
    TERMINATED
}
