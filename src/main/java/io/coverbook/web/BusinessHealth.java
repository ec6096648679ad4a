package io.coverbook.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether the business goes its way: months closed in time, runs ended, files taken, messages arrived. What needs a person
 * is the status ATTENTION with the reasons; the program itself is well then.
 */
final class BusinessHealth implements HealthIndicator {

    static final Status ATTENTION = new Status("ATTENTION", "somebody has to look");

    /** A close is late when a whole month more than the one that just ended is open. */
    private static final double MONTHS = 2;

    private static final double DAYS_UNRECONCILED = 3;
    private static final double FILE_SECONDS = 24 * 3600.0;

    private final Figures figures;

    BusinessHealth(Figures figures) {
        this.figures = figures;
    }

    @Override
    public Health health() {
        List<String> reasons = new ArrayList<>();
        if (figures.value(Figure.DATABASE_UP).orElse(0.0) == 0) {
            return Health.down()
                    .withDetail("reasons", List.of("the database is away"))
                    .build();
        }
        when(reasons, Figure.MONTHS_OPEN, MONTHS, "a month is over for long and not closed");
        when(reasons, Figure.RECONCILED_AGE_DAYS, DAYS_UNRECONCILED, "nothing was reconciled for days");
        when(reasons, Figure.RUNS_STOPPED, 1, "a run stopped in the middle and was not taken up again");
        when(reasons, Figure.FILE_AGE, FILE_SECONDS, "a file lies in the drop folder for more than a day");
        if (figures.value(Figure.DELIVERIES, "given_up") > 0) {
            reasons.add("messages were given up after a week");
        }
        Health.Builder health = reasons.isEmpty() ? Health.up() : Health.status(ATTENTION);
        for (Figure figure : List.of(
                Figure.MONTHS_OPEN,
                Figure.CLOSE_AGE,
                Figure.RECONCILED_AGE_DAYS,
                Figure.AGREEMENTS_WITHOUT_PLAN,
                Figure.RUNS_STOPPED,
                Figure.FILE_AGE)) {
            figures.value(figure).ifPresent(value -> health.withDetail(figure.meter(), value));
        }
        return health.withDetail("reasons", reasons).build();
    }

    private void when(List<String> reasons, Figure figure, double from, String reason) {
        if (figures.value(figure).orElse(0.0) >= from) {
            reasons.add(reason);
        }
    }
}
