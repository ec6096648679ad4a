package io.coverbook.azure;

import io.coverbook.azure.AzureFormException.Trouble;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions that rows of costs name, each with its first and last day. Files of costs have many rows for each and
 * write days in one of two orders, which one may show only at their end (O6): both are followed, and one is chosen then.
 */
final class SeenSubscriptions {

    private static final Pattern SLASHED = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?:[ T].*)?");

    /** What one row shows. */
    record Sight(
            int number,
            String id,
            @Nullable String account,
            @Nullable String name,
            @Nullable String day) {}

    private static final class Seen {
        private final int number;
        private @Nullable String account;
        private @Nullable String name;
        private final Days monthFirst = new Days();
        private final Days dayFirst = new Days();

        private Seen(int number) {
            this.number = number;
        }
    }

    private static final class Days {
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        void see(LocalDate day) {
            first = first == null || day.isBefore(first) ? day : first;
            last = last == null || day.isAfter(last) ? day : last;
        }
    }

    private final Map<String, Seen> subscriptions = new LinkedHashMap<>();
    private boolean slashed;
    private boolean monthFirst = true;
    private boolean dayFirst = true;

    /** Takes a row; why it cannot be taken, or null. */
    @Nullable String see(Sight sight) {
        String id = AzureIds.clean(sight.id());
        if (!AzureIds.isGuid(id)) {
            return "not the id of a subscription; correct it at the source, or leave the row out";
        }
        Seen seen = subscriptions.computeIfAbsent(id, key -> new Seen(sight.number()));
        if (seen.account == null && sight.account() != null) {
            seen.account = sight.account();
        }
        if (seen.name == null && sight.name() != null) {
            seen.name = sight.name();
        }
        return sight.day() == null || day(seen, sight.day()) ? null : "not a day; write it as 2026-03-31 or 3/31/2026";
    }

    /** Days of other columns tell the order, too. */
    void evidence(@Nullable String day) {
        Matcher parts = day == null ? null : SLASHED.matcher(day);
        if (parts != null && parts.matches()) {
            order(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        }
    }

    private void order(int one, int two) {
        slashed = true;
        monthFirst &= one <= 12;
        dayFirst &= two <= 12;
    }

    private boolean day(Seen seen, String text) {
        Matcher parts = SLASHED.matcher(text);
        if (parts.matches()) {
            int one = Integer.parseInt(parts.group(1));
            int two = Integer.parseInt(parts.group(2));
            int year = Integer.parseInt(parts.group(3));
            order(one, two);
            boolean read = see(seen.monthFirst, year, one, two);
            return see(seen.dayFirst, year, two, one) || read;
        }
        AzureTime.Read read = AzureTime.read(text);
        Instant at = read == null ? null : read.at();
        if (at == null) {
            return false;
        }
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        seen.monthFirst.see(day);
        seen.dayFirst.see(day);
        return true;
    }

    private static boolean see(Days days, int year, int month, int day) {
        try {
            days.see(LocalDate.of(year, month, day));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * Tells the subscriptions, after the last row.
     *
     * @param toldMonthFirst the order of days that a person gave, empty to find it out
     * @throws AzureFormException when the rows allow both orders and nobody said which
     */
    void finish(AzureForm form, @Nullable Boolean toldMonthFirst, AzureSink sink) throws AzureFormException {
        boolean month = toldMonthFirst == null ? monthFirst : toldMonthFirst;
        if (slashed && (month ? !monthFirst : !dayFirst)) {
            throw new AzureFormException(
                    Trouble.AMBIGUOUS_DATES,
                    0,
                    "some days have the month first and some the day; export the file again and do not save it from Excel");
        }
        if (slashed && toldMonthFirst == null && monthFirst && dayFirst) {
            throw new AzureFormException(
                    Trouble.AMBIGUOUS_DATES,
                    0,
                    "every day can be read with the month first or the day first; is the first number the month? Give"
                            + " --date-format MM/dd/yyyy or dd/MM/yyyy");
        }
        subscriptions.forEach((id, seen) -> tell(form, id, seen, month ? seen.monthFirst : seen.dayFirst, sink));
    }

    private static void tell(AzureForm form, String id, Seen seen, Days days, AzureSink sink) {
        AzureEntry entry = new AzureEntry();
        entry.begin(seen.number);
        EntryTeller teller = new EntryTeller(entry, sink);
        teller.say("record_type", "SUBSCRIPTION").say("source", form.label());
        teller.say("record_id", id).say("subscription_id", id);
        teller.sayIf("billing_account_id", account(seen.account));
        teller.sayIf("name", seen.name);
        teller.sayIf("from_on", days.first == null ? null : days.first.toString());
        teller.sayIf("through_on", days.last == null ? null : days.last.toString());
        teller.done(id, true);
    }

    /** A path, a bare name, or something that was made unreadable. */
    private static @Nullable String account(@Nullable String told) {
        if (told == null) {
            return null;
        }
        String behind = AzureIds.behind(told, "billingAccounts");
        String account = behind == null ? AzureIds.clean(told) : behind;
        return account.matches("[a-z0-9:._-]{1,200}") ? account : null;
    }
}
