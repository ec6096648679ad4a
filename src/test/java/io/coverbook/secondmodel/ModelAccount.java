package io.coverbook.secondmodel;

import io.coverbook.secondmodel.DayHistory.Saying;
import io.coverbook.secondmodel.ModelFacts.Version;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** A billing account day by day. */
final class ModelAccount extends Told {

    private final DayHistory status;
    private final DayHistory currency;

    ModelAccount(String id, List<Version> versions) {
        super(id, versions);
        LocalDate missing = versions.get(versions.size() - 1).seen();
        status = status(
                version -> new Saying(
                        version.cell("status", "ACTIVE"), date(version.cell("status_since")), version.seen()),
                new Saying("CLOSED", missing, missing),
                List.of("CLOSED"));
        currency = history(
                version -> new Saying(version.cell("currency"), date(version.cell("currency_since")), version.seen()));
    }

    /** A8: the day on which the account closes still counts. */
    String status(LocalDate day) {
        return status.on(day);
    }

    boolean closed(LocalDate day) {
        return status(day).equals("CLOSED");
    }

    boolean disabled(LocalDate day) {
        return status(day).equals("DISABLED");
    }

    /** The account was told to be closed on this day or before it, and still is. */
    boolean toldClosed(LocalDate day) {
        return closed(day) || closed(day.plusDays(1));
    }

    /** The date that its closing names, of a day on which it is closed. */
    LocalDate closedSince(LocalDate day) {
        return named(status.since(day));
    }

    String currency(LocalDate day) {
        return currency.on(day);
    }

    String agreement(LocalDate day) {
        return on(day).cell("agreement_type");
    }

    String method(LocalDate day) {
        return on(day).cell("payment_method", "CARD");
    }

    /** D1, P22: whether a renewal on this day meets a method that cannot be charged. */
    boolean cannotPay(LocalDate day) {
        return switch (method(day)) {
            case "WIRE" -> false;
            case "NONE" -> true;
            default ->
                on(day).cell("payment_method_status", "ACTIVE").equals("INACTIVE")
                        || expiry(day).isBefore(YearMonth.from(day));
        };
    }

    /** A card that could be charged but for its expiry. */
    boolean card(LocalDate day) {
        return method(day).equals("CARD")
                && !on(day).cell("payment_method_status").equals("INACTIVE");
    }

    /** The last month of the card as known on the day; far away when none is told. */
    YearMonth expiry(LocalDate day) {
        String month = on(day).cell("payment_method_expiry");
        return month.isEmpty() ? YearMonth.of(9999, 12) : YearMonth.parse(month);
    }

    String customer() {
        return newest().cell("customer_id", id);
    }

    String recipient() {
        return newest().cell("e_mail", id);
    }
}
