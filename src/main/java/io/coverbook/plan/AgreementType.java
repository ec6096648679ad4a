package io.coverbook.plan;

/** Under what a billing account buys: pay-as-you-go, customer agreement, enterprise agreement, partner agreement. */
public enum AgreementType {
    MOSP,
    MCA,
    EA,
    MPA
}
