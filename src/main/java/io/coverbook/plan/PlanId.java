package io.coverbook.plan;

/** The id of a plan: its subscription id, or {@code EA:} and the agreement's id for a plan stated on the agreement row. */
public record PlanId(String value) implements Comparable<PlanId> {

    private static final String OF_AGREEMENT = "EA:";

    public static PlanId ofAgreement(String eaId) {
        return new PlanId(OF_AGREEMENT + eaId);
    }

    @Override
    public int compareTo(PlanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
