package io.coverbook.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.calendar.Span;
import io.coverbook.plan.SubscriptionState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which days a subscription exists, where, and in what standing (X16, P35, P37). */
class SubscriptionDaysTest {

    /**
     * Versions: {@code 01-31 BA-A ACTIVE}, then {@code /EA-1} behind the account, {@code state=}, {@code moved=}, {@code
     * ended=}, {@code created=} (else 2026-01-05); {@code GONE} for a row that is missing.
     */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            told | days | why
            01-31 BA-A ACTIVE | 01-05 BA-A GOOD | X16.1
            01-31 BA-A WARNED | 01-05 BA-A GOOD | P35
            01-31 BA-A PAST_DUE | 01-05 BA-A GOOD | P35
            01-31 BA-A DISABLED | 01-05 BA-A SUBSCRIPTION_INACTIVE | A3 without a date it holds from the beginning
            01-31 BA-A DISABLED state=01-20 | 01-05 BA-A GOOD; 01-20 BA-A SUBSCRIPTION_INACTIVE | A3 E64
            01-31 BA-A EXPIRED state=01-20 | 01-05 BA-A GOOD; 01-20 BA-A SUBSCRIPTION_INACTIVE | P35
            01-31 BA-A/EA-1 ACTIVE | 01-05 BA-A/EA-1 GOOD | X16.2
            01-31 BA-A ACTIVE moved=01-20 | 01-05 BA-A GOOD | A3 a first date of moving says nothing
            01-31 BA-A DELETED state=01-20 | 01-05 BA-A GOOD until 01-21 | A8 its day still counts
            01-31 BA-A ACTIVE ended=01-20 | 01-05 BA-A GOOD until 01-21 | A8
            01-31 BA-A DELETED state=01-02 | | A8 gone before it began
            01-31 BA-A ACTIVE; 02-28 BA-B ACTIVE moved=02-16 | 01-05 BA-A GOOD; 02-16 BA-B GOOD | E62
            01-31 BA-A ACTIVE; 02-18 BA-B ACTIVE | 01-05 BA-A GOOD; 02-18 BA-B GOOD | E62 P37 the first export that shows it
            01-31 BA-A ACTIVE; 02-18 BA-A/EA-1 ACTIVE moved=02-08 | 01-05 BA-A GOOD; 02-08 BA-A/EA-1 GOOD | E52
            01-31 BA-A ACTIVE; 02-16 BA-B ACTIVE; 02-20 BA-A ACTIVE | 01-05 BA-A GOOD; 02-16 BA-B GOOD; 02-20 BA-A GOOD | E62 there and back
            01-31 BA-A ACTIVE; 02-28 BA-A DISABLED state=02-10; 03-31 BA-A ACTIVE state=03-05 | 01-05 BA-A GOOD; 02-10 BA-A SUBSCRIPTION_INACTIVE; 03-05 BA-A GOOD | A2
            01-31 BA-A ACTIVE; 02-28 BA-A WARNED state=02-10 | 01-05 BA-A GOOD | P35 another state, the same standing
            01-31 BA-A ACTIVE; 02-28 GONE | 01-05 BA-A GOOD until 03-01 | A6 A8
            01-31 BA-A ACTIVE; 02-28 GONE; 03-31 BA-A ACTIVE | 01-05 BA-A GOOD | A6 back: never gone
            01-31 BA-A ACTIVE; 02-28 BA-A DELETED state=02-10; 03-31 BA-A ACTIVE state=03-05 | 01-05 BA-A GOOD until 02-11; 03-05 BA-A GOOD | A2 deleted and restored
            01-31 BA-A ACTIVE; 02-28 BA-B DISABLED moved=02-10 state=02-10 | 01-05 BA-A GOOD; 02-10 BA-B SUBSCRIPTION_INACTIVE | A2 both on one day
            01-31 BA-A ACTIVE; 02-28 BA-A ACTIVE created=01-20 | 01-20 BA-A GOOD | A5 the newest first day
            01-31 BA-A ACTIVE; 02-28 BA-B ACTIVE moved=02-16; 03-31 BA-B ACTIVE moved=02-12 | 01-05 BA-A GOOD; 02-12 BA-B GOOD | A4 told with another date later
            """)
    void the_parts_of_its_life(String told, String days, String why) {
        List<SubscriptionVersion> versions = new ArrayList<>();
        for (String version : told.split("; ")) {
            versions.add(version(version.split(" ")));
        }
        List<SubscriptionDays.Part> parts = SubscriptionDays.decide(versions);
        List<String> said = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            LocalDate next = i + 1 < parts.size() ? parts.get(i + 1).days().from() : Span.NEVER;
            LocalDate until = parts.get(i).days().until();
            said.add(said(parts.get(i)) + (until.equals(next) ? "" : " until " + short5(until)));
        }
        assertEquals(days == null ? "" : days, said.stream().collect(Collectors.joining("; ")), why);
    }

    private static String said(SubscriptionDays.Part part) {
        String agreement = part.home().eaId() == null ? "" : "/" + part.home().eaId();
        return short5(part.days().from()) + " " + part.home().accountId() + agreement + " " + part.standing();
    }

    private static String short5(LocalDate day) {
        return day.toString().substring(5);
    }

    private static LocalDate day(String word) {
        return word == null ? null : LocalDate.parse("2026-" + word);
    }

    private static SubscriptionVersion version(String... word) {
        boolean gone = word[1].equals("GONE");
        Map<String, String> more = new HashMap<>();
        for (int i = 3; i < word.length; i++) {
            more.put(word[i].split("=")[0], word[i].split("=")[1]);
        }
        String[] home = gone ? new String[] {"BA-A"} : word[1].split("/");
        return new SubscriptionVersion(
                day(word[0]),
                gone,
                home[0],
                home.length == 2 ? home[1] : null,
                gone ? SubscriptionState.ACTIVE : SubscriptionState.valueOf(word[2]),
                day(more.get("state")),
                day(more.getOrDefault("created", "01-05")),
                day(more.get("moved")),
                day(more.get("ended")));
    }
}
