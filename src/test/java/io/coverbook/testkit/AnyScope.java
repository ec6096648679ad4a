package io.coverbook.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Scopes for laws, written in the words of {@link Facts}: a little of everything, close together in time. */
public final class AnyScope {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 150;

    private final SplittableRandom random;
    private final boolean ea;

    public AnyScope(SplittableRandom random, boolean ea) {
        this.random = random;
        this.ea = ea;
    }

    /** One row of a plan; {@code from} is the earliest day it can be bought. */
    public String plan(String id, LocalDate from) {
        // On few days, so that many purchases meet on one.
        LocalDate bought = from.plusDays(5L * random.nextInt(DAYS / 5));
        StringBuilder row = new StringBuilder(id + " ")
                .append(pick("DEVELOPER", "STANDARD", "STANDARD", "PROFESSIONAL_DIRECT", "UNIFIED"))
                .append(' ')
                .append(hour(bought, random.nextInt(3)));
        if (random.nextInt(5) == 0) {
            row.append(" start=").append(bought.plusDays(random.nextInt(40)));
        }
        boolean seller = ea ? random.nextInt(10) > 0 : random.nextInt(4) == 0;
        row.append(" channel=").append(seller ? pick("MS_SELLER", "PARTNER") : pick("AZURE_PORTAL", "MCA"));
        if (random.nextInt(3) == 0) {
            row.append(" end=").append(bought.plusDays(20 + random.nextInt(200)));
        }
        if (random.nextInt(6) == 0) {
            row.append(" first=").append(bought.plusDays(random.nextInt(50)));
        }
        if (random.nextInt(2) == 0) {
            row.append(cancellation(bought));
        }
        return row.toString();
    }

    /** Up to five rows, several often on one day. */
    public List<String> plans() {
        List<String> rows = new ArrayList<>();
        int wanted = random.nextInt(6);
        LocalDate from = FIRST;
        for (int i = 0; i < wanted; i++) {
            rows.add(plan("PL-" + i, from));
        }
        return rows;
    }

    public String scope() {
        StringBuilder scope = new StringBuilder(ea ? "EA" : "");
        if (random.nextInt(3) == 0) {
            scope.append(" status=")
                    .append(pick("CLOSED", "DISABLED"))
                    .append('@')
                    .append(day());
        }
        if (!ea) {
            return scope.append(" type=").append(pick("MCA", "MCA", "MOSP")).toString();
        }
        scope.append(" begin=").append(FIRST.minusDays(random.nextInt(60)));
        if (random.nextInt(3) == 0) {
            scope.append(" ea=")
                    .append(pick("EXPIRED", "EXTENDED", "TERMINATED", "TRANSFERRED", "PENDING"))
                    .append('@')
                    .append(day());
            scope.append(" end=").append(day());
        }
        if (random.nextInt(2) == 0) {
            LocalDate ordered = day();
            scope.append(" order=PENDING:STANDARD:").append(ordered);
            if (random.nextBoolean()) {
                scope.append(',')
                        .append(pick("CANCELLED", "FULFILLED"))
                        .append('@')
                        .append(later(ordered, 40));
            }
            scope.append(" request=").append(later(ordered, 50)).append(":STANDARD:text");
            scope.append(',').append(later(ordered, 50)).append(":STANDARD:text");
        }
        return scope.append(random.nextInt(4) == 0 ? " denied" : "").toString();
    }

    /** Days with subscriptions, in the words of {@link Facts#days}. */
    public String days() {
        return switch (random.nextInt(4)) {
            case 0 -> "never";
            case 1 -> "always";
            default -> {
                LocalDate from = day();
                yield from + ".." + from.plusDays(1 + random.nextInt(60));
            }
        };
    }

    /** A day of the time in which these scopes live. */
    public LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private String cancellation(LocalDate bought) {
        LocalDate day = bought.minusDays(3).plusDays(random.nextInt(70));
        Instant at = Facts.instant(hour(day, random.nextInt(3)));
        StringBuilder wish = new StringBuilder(random.nextInt(3) == 0 ? " off=" : " cancel=").append(at);
        if (random.nextInt(6) == 0) {
            wish.append(" via=").append(pick("AZURE_PORTAL", "PARTNER"));
        }
        if (random.nextInt(3) == 0) {
            wish.append(" seen=").append(later(day, 60));
        }
        if (random.nextInt(4) == 0) {
            wish.append(" on=").append(later(day.plusDays(1), 40));
        }
        return wish.toString();
    }

    private LocalDate later(LocalDate day, int most) {
        return day.plusDays(random.nextInt(most));
    }

    private String hour(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC).toString();
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }
}
