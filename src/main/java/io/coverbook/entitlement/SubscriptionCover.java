package io.coverbook.entitlement;

import io.coverbook.calendar.Span;
import io.coverbook.calendar.Timeline;
import io.coverbook.entitlement.SubscriptionDays.Home;
import io.coverbook.entitlement.SubscriptionDays.Part;
import io.coverbook.plan.AccountStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Decides what one subscription has of the cover of its scopes: on each day that of its home, as far as it and its account
 * are active (X16.7, E1). What the database spreads over all subscriptions at once, for a single one.
 */
public final class SubscriptionCover {

    private SubscriptionCover() {}

    /** What is known of the places where a subscription was at home. */
    public interface Homes {

        /** The cover of the agreement if the home has one, else of the account: every day, in order. */
        List<CoverSpan> cover(Home home);

        /** The status of the billing account (E1: also of one in an agreement). */
        Timeline<AccountStatus> status(Home home);
    }

    /** The runs of days with equal cover, in order; a gap where the subscription does not exist. */
    public static List<Entitlement> decide(List<Part> parts, Homes homes) {
        List<Entitlement> rows = new ArrayList<>();
        for (Part part : parts) {
            List<CoverSpan> cover = homes.cover(part.home());
            Timeline<AccountStatus> status = homes.status(part.home());
            LocalDate from = part.days().from();
            for (LocalDate next : changes(part.days(), cover, status)) {
                add(row(new Span(from, next), part.standing(), status.on(from), on(cover, from)), rows);
                from = next;
            }
        }
        return rows;
    }

    private static Cover on(List<CoverSpan> cover, LocalDate day) {
        return cover.stream()
                .filter(span -> span.days().contains(day))
                .findFirst()
                .orElseThrow()
                .cover();
    }

    /** The days inside the span on which something changes, and its end. */
    private static SortedSet<LocalDate> changes(Span span, List<CoverSpan> cover, Timeline<AccountStatus> status) {
        SortedSet<LocalDate> days = new TreeSet<>(status.changes());
        cover.forEach(each -> days.add(each.days().from()));
        days.add(span.until());
        return new TreeSet<>(days.subSet(span.from().plusDays(1), span.until().plusDays(1)));
    }

    private static Entitlement row(Span days, Standing own, AccountStatus account, Cover cover) {
        Standing of = Standing.of(account);
        Standing standing = of.code() > own.code() ? of : own;
        return switch (standing) {
            case GOOD ->
                new Entitlement(days, cover.tier(), cover.source(), cover.plan(), cover.technical(), cover.reason());
            case SUBSCRIPTION_INACTIVE -> unusable(days, cover, CoverReason.SUBSCRIPTION_NOT_ACTIVE);
            case ACCOUNT_DISABLED -> unusable(days, cover, CoverReason.ACCOUNT_NOT_ACTIVE);
            case ACCOUNT_CLOSED ->
                unusable(days, Cover.basic(CoverReason.ACCOUNT_NOT_ACTIVE), CoverReason.ACCOUNT_NOT_ACTIVE);
        };
    }

    private static Entitlement unusable(Span days, Cover cover, CoverReason why) {
        return new Entitlement(days, cover.tier(), cover.source(), cover.plan(), false, why);
    }

    private static void add(Entitlement row, List<Entitlement> rows) {
        Entitlement last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        boolean goesOn = last != null
                && last.days().until().equals(row.days().from())
                && last.during(row.days()).equals(row);
        if (goesOn && last != null) {
            rows.set(
                    rows.size() - 1,
                    row.during(new Span(last.days().from(), row.days().until())));
        } else {
            rows.add(row);
        }
    }
}
