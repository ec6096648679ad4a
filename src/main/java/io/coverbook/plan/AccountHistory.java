package io.coverbook.plan;

import io.coverbook.calendar.Timeline;
import io.coverbook.plan.FactHistory.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes an account out of its versions, in order of export (A2, A3, A6). */
public final class AccountHistory {

    /** What a source writes that does not know (ISO 4217 and ISO 3166): no version at all, where another one knows. */
    private static final String NO_CURRENCY = "XXX";

    private static final String NO_COUNTRY = "ZZ";

    private AccountHistory() {}

    /**
     * The account through time.
     *
     * @param versions in order of export, at least one; a missing row that came back counts as never gone
     */
    public static Account of(String id, List<AccountVersion> versions, Policies policies) {
        List<AccountVersion> told = present(versions);
        AccountVersion newest = told.get(told.size() - 1);
        return new Account(
                id,
                true,
                newest.customerId(),
                status(told, policies),
                values(told, policies, AccountVersion::agreementType),
                currency(knowing(told, v -> !v.currency().equals(NO_CURRENCY)), policies),
                values(knowing(told, v -> !v.country().equals(NO_COUNTRY)), policies, AccountVersion::country),
                values(told, policies, AccountVersion::payment),
                values(told, policies, AccountVersion::benefit),
                newest.billingProfileId(),
                newest.eMail(),
                told.get(0).exportedAt());
    }

    private static List<AccountVersion> knowing(List<AccountVersion> told, Predicate<AccountVersion> knows) {
        List<AccountVersion> knowing = told.stream().filter(knows).toList();
        return knowing.isEmpty() ? told : knowing;
    }

    private static List<AccountVersion> present(List<AccountVersion> versions) {
        List<AccountVersion> kept = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            if (!versions.get(i).absent() || i == versions.size() - 1) {
                kept.add(versions.get(i));
            }
        }
        return kept;
    }

    private static Timeline<AccountStatus> status(List<AccountVersion> told, Policies policies) {
        if (told.size() == 1 && told.get(0).statusSince() == null) {
            return Timeline.always(told.get(0).status());
        }
        List<Told<AccountStatus>> all = new ArrayList<>();
        for (AccountVersion v : told) {
            LocalDate seen = policies.dayOf(v.exportedAt());
            AccountStatus status = v.absent() ? AccountStatus.CLOSED : v.status();
            LocalDate since = v.absent() ? seen : v.statusSince();
            all.add(new Told<>(status, seen, since, status == AccountStatus.CLOSED));
        }
        return FactHistory.ofStatus(all, AccountStatus.ACTIVE);
    }

    private static Timeline<String> currency(List<AccountVersion> told, Policies policies) {
        return FactHistory.ofValue(told.stream()
                .map(v -> new Told<>(v.currency(), policies.dayOf(v.exportedAt()), v.currencySince(), false))
                .toList());
    }

    private static <V> Timeline<V> values(
            List<AccountVersion> told, Policies policies, Function<AccountVersion, V> value) {
        if (told.size() == 1) {
            return Timeline.always(value.apply(told.get(0)));
        }
        return FactHistory.ofValue(told.stream()
                .map(v -> Told.of(value.apply(v), policies.dayOf(v.exportedAt())))
                .toList());
    }
}
