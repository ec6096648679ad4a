package io.coverbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exports of a portfolio at any size, the same bytes for the same size and shape: in {@code first} those of the end of
 * March 2026, in {@code second} those of the end of April with 2 % of the rows changed, 0.3 % new and 0.2 % gone, in
 * {@code day} those of 1 May with 0.1 % changed since; in {@code reference} list prices in every currency of theirs.
 */
public final class ScaleExports {

    /** The three sets of files, each with the day it was exported on. */
    public enum Edition {
        FIRST("2026-03-31", "2026-03-"),
        SECOND("2026-04-30", "2026-04-"),
        DAY("2026-05-01", "2026-04-");

        private final String exported;
        private final String month;

        Edition(String exported, String month) {
            this.exported = exported;
            this.month = month;
        }

        public Path folder(Path folder) {
            return folder.resolve(name().toLowerCase(Locale.ROOT));
        }

        public Path file(Path folder, String kind) {
            return folder(folder).resolve(kind + "-" + exported + ".csv");
        }

        /** When a row that changed with this edition was changed. */
        private String updated() {
            return month + (this == DAY ? "30" : "15") + "T08:00:00Z";
        }
    }

    static final String ACCOUNTS = "billing-accounts";
    static final String SUBSCRIPTIONS = "subscriptions";
    static final String AGREEMENTS = "enterprise-agreements";

    private static final Map<String, String> HEADERS = Map.of(
            ACCOUNTS,
            "billing_account_id,agreement_type,country,currency,customer_id,display_name,status,payment_method,"
                    + "payment_method_status,payment_method_expiry,billing_profile_id,created_on,updated_at,"
                    + "legal_name,street,city,postal_code,vat_id,e_mail",
            SUBSCRIPTIONS,
            "subscription_id,billing_account_id,display_name,product_category,ea_id,state,state_since,created_on,"
                    + "ended_on,updated_at,plan_tier,channel,purchased_at,auto_renew,cancel_requested_at,"
                    + "cancel_channel,linked_ea_id",
            AGREEMENTS,
            "ea_id,billing_account_id,status,start_date,end_date,relationship,partner_account_id,country,currency,"
                    + "support_level,support_coverage_start,support_coverage_end,order_status,ordered_level,"
                    + "order_date,notification_contacts,updated_at");

    private static final int CHANGED = 20;
    private static final int CHANGED_IN_A_DAY = 1;

    private final int accounts;
    private final Shape shape;
    private final Map<Edition, Map<String, CsvLines>> files = new EnumMap<>(Edition.class);

    public ScaleExports(int accounts, Shape shape) {
        this.accounts = accounts;
        this.shape = shape;
    }

    static String header(String kind) {
        return HEADERS.get(kind);
    }

    /** Writes all files; the rows of each kind in the first edition, then in the second, then in the third. */
    public Map<String, List<Long>> write(Path folder) throws IOException {
        for (Edition edition : Edition.values()) {
            Map<String, CsvLines> kinds = new TreeMap<>();
            for (Map.Entry<String, String> header : HEADERS.entrySet()) {
                kinds.put(header.getKey(), new CsvLines(edition.file(folder, header.getKey()), header.getValue()));
            }
            files.put(edition, kinds);
        }
        for (int no = 0; no < accounts; no++) {
            ScaleAccount account = new ScaleAccount(no, shape.ofOneCustomer(no, accounts));
            account(account);
            if (account.agreement()) {
                agreement(account);
            }
            plan(account);
            int owned = shape.subscriptions(no, accounts);
            for (int i = 0; i < owned; i++) {
                subscription(account, i);
            }
        }
        Map<String, List<Long>> rows = new TreeMap<>();
        for (Map<String, CsvLines> kinds : files.values()) {
            for (Map.Entry<String, CsvLines> kind : kinds.entrySet()) {
                kind.getValue().close();
                rows.computeIfAbsent(kind.getKey(), key -> new ArrayList<>())
                        .add(kind.getValue().rows());
            }
        }
        prices(folder.resolve("reference"));
        return rows;
    }

    private void add(Edition edition, String kind, String... cells) throws IOException {
        files.get(edition).get(kind).add(String.join(",", cells));
    }

    /** Without a price in the currency of the account, many charges would only be held. */
    private static void prices(Path reference) throws IOException {
        Files.createDirectories(reference);
        Files.writeString(reference.resolve("prices.csv"), """
                        tier,currency,valid_from,amount
                        DEVELOPER,USD,2020-01-01,29.00
                        DEVELOPER,EUR,2020-01-01,26.70
                        DEVELOPER,GBP,2020-01-01,22.90
                        DEVELOPER,SEK,2020-01-01,303.00
                        STANDARD,USD,2020-01-01,100.00
                        STANDARD,EUR,2020-01-01,92.00
                        STANDARD,GBP,2020-01-01,79.00
                        STANDARD,SEK,2020-01-01,1045.00
                        PROFESSIONAL_DIRECT,USD,2020-01-01,1000.00
                        PROFESSIONAL_DIRECT,EUR,2020-01-01,920.00
                        PROFESSIONAL_DIRECT,GBP,2020-01-01,790.00
                        PROFESSIONAL_DIRECT,SEK,2020-01-01,10450.00
                        """);
    }

    /** Of what changes, a third each is the name, the state of the card and its expiry. */
    private void account(ScaleAccount account) throws IOException {
        int no = account.no();
        String name = account.name();
        String cardState = "ACTIVE";
        String expiry = account.cardExpiry();
        String updated = Edition.FIRST.updated();
        for (Edition edition : Edition.values()) {
            boolean changed = edition == Edition.SECOND && Draw.ACCOUNT_CHANGE.perMille(CHANGED, no, 0)
                    || edition == Edition.DAY && Draw.DAY_CHANGE.perMille(CHANGED_IN_A_DAY, no, -1);
            if (changed) {
                int what = account.agreement() ? 0 : Draw.ACCOUNT_CHANGE.below(3, no, 1);
                name = what == 0 ? name + " (publ)" : name;
                cardState = what == 1 ? "INACTIVE" : cardState;
                expiry = what == 2 ? "2034-01" : expiry;
                updated = edition.updated();
            }
            add(
                    edition,
                    ACCOUNTS,
                    account.id(),
                    account.type(),
                    account.country(),
                    account.currency(),
                    account.customer(),
                    name,
                    "ACTIVE",
                    account.agreement() ? "WIRE" : "CARD",
                    cardState,
                    expiry,
                    "",
                    Draw.CREATED.day(no, 0),
                    updated,
                    account.name(),
                    "Storgatan " + (1 + no % 99),
                    "Stockholm",
                    String.valueOf(10_000 + no % 80_000),
                    "",
                    "billing@c" + no + ".example");
        }
    }

    /** A changed agreement without a plan has bought support through its seller by then. */
    private void agreement(ScaleAccount account) throws IOException {
        int no = account.no();
        boolean reseller = account.channel().equals("RESELLER");
        boolean own = account.ownLevel();
        String level = own ? account.tier() : "NONE";
        String from = own ? account.bought(Edition.FIRST.month) : "";
        boolean order = !own && !account.hasPlan() && Draw.LEVEL.below(100, no, 1) < 20;
        String updated = Edition.FIRST.updated();
        for (Edition edition : Edition.values()) {
            boolean changed = edition == Edition.SECOND && Draw.LEVEL_CHANGE.perMille(CHANGED, no, 0)
                    || edition == Edition.DAY && Draw.DAY_CHANGE.perMille(CHANGED_IN_A_DAY, no, -2);
            if (changed) {
                updated = edition.updated();
                if (level.equals("NONE") && !account.hasPlan()) {
                    level = account.tier();
                    from = edition.month + (edition == Edition.DAY ? "28" : "12");
                }
            }
            add(
                    edition,
                    AGREEMENTS,
                    account.agreementId(),
                    account.id(),
                    "ACTIVE",
                    String.format(Locale.ROOT, "2025-%02d-01", 1 + no % 12),
                    "2032-12-31",
                    reseller ? "INDIRECT" : "DIRECT",
                    reseller ? "P-" + no % 500 : "",
                    account.country(),
                    account.currency(),
                    level,
                    from,
                    "",
                    order ? "PENDING" : "NONE",
                    order ? account.tier() : "",
                    order ? account.bought(Edition.FIRST.month) : "",
                    "ops@c" + no + ".example",
                    updated);
        }
    }

    /** A plan bought in March; 2 % are cancelled then, 1 % are upgraded to a second plan, later some are cancelled. */
    private void plan(ScaleAccount account) throws IOException {
        if (!account.hasPlan()) {
            return;
        }
        int no = account.no();
        boolean cancelled = Draw.CANCELLED.perMille(20, no, 0);
        boolean upgraded = account.upgraded();
        String end = cancelled ? account.after() + "T10:30:00Z" : upgraded ? account.after() + "T09:00:00Z" : "";
        String updated = Edition.FIRST.updated();
        for (Edition edition : Edition.values()) {
            boolean changed = edition == Edition.SECOND && Draw.PLAN_CHANGE.perMille(CHANGED, no, 0)
                    || edition == Edition.DAY && Draw.DAY_CHANGE.perMille(CHANGED_IN_A_DAY, no, -3);
            if (changed && end.isEmpty()) {
                end = edition.month + (edition == Edition.DAY ? "28" : "20") + "T10:30:00Z";
                updated = edition.updated();
            }
            String bought = account.bought(Edition.FIRST.month);
            plan(edition, account, Draw.PLAN.id(no, 0), account.tier(), bought + "T07:15:00Z", end, updated);
            if (upgraded) {
                String from = account.after() + "T09:00:00Z";
                plan(edition, account, Draw.PLAN.id(no, 1), ScaleAccount.HIGHEST, from, "", Edition.FIRST.updated());
            }
        }
    }

    private void plan(
            Edition edition, ScaleAccount account, String id, String tier, String bought, String end, String updated)
            throws IOException {
        add(
                edition,
                SUBSCRIPTIONS,
                id,
                account.id(),
                "Azure support",
                "AZURE_SUPPORT",
                "",
                "ACTIVE",
                "",
                bought.substring(0, 10),
                "",
                updated,
                tier,
                account.channel(),
                bought,
                "ON",
                end,
                "",
                account.agreementId());
    }

    /** In April 0.8 % are renamed, 0.7 % change state, 0.3 % move to another account, 0.2 % are gone, 0.3 % are new. */
    private void subscription(ScaleAccount account, int item) throws IOException {
        int no = account.no();
        int change = Draw.SUBSCRIPTION_CHANGE.below(1000, no, item);
        Usage usage = new Usage(
                Draw.SUBSCRIPTION.id(no, item),
                account.id(),
                account.agreementId(),
                "Subscription " + item + " of " + no,
                Draw.SUBSCRIPTION.perMille(15, no, item) ? "2026-02-10" : "",
                Draw.CREATED.day(no, 1 + item),
                Edition.FIRST.updated());
        usage(Edition.FIRST, usage);
        if (change >= 18 && change < 20) {
            return;
        }
        if (change < 8) {
            usage = usage.renamed(Edition.SECOND.updated());
        } else if (change < 15) {
            usage = usage.turned("2026-04-10", Edition.SECOND.updated());
        } else if (change < 18) {
            ScaleAccount other = new ScaleAccount(Draw.SUBSCRIPTION_CHANGE.below(accounts, no, -item - 1), false);
            ScaleAccount target = new ScaleAccount(other.no(), shape.ofOneCustomer(other.no(), accounts));
            usage = usage.moved(target, Edition.SECOND.updated());
        }
        usage(Edition.SECOND, usage);
        int inADay = Draw.DAY_CHANGE.below(2000, no, item);
        if (inADay == 0) {
            usage = usage.renamed(Edition.DAY.updated());
        } else if (inADay == 1) {
            usage = usage.turned("2026-04-30", Edition.DAY.updated());
        }
        usage(Edition.DAY, usage);
        if (change >= 997) {
            Usage added = new Usage(
                    Draw.NEW_SUBSCRIPTION.id(no, item),
                    account.id(),
                    account.agreementId(),
                    "New subscription " + item + " of " + no,
                    "",
                    "2026-04-11",
                    Edition.SECOND.updated());
            usage(Edition.SECOND, added);
            usage(Edition.DAY, added);
        }
    }

    private void usage(Edition edition, Usage usage) throws IOException {
        add(
                edition,
                SUBSCRIPTIONS,
                usage.id(),
                usage.account(),
                usage.name(),
                "USAGE_BASED",
                usage.agreement(),
                usage.disabledSince().isEmpty() ? "ACTIVE" : "DISABLED",
                usage.disabledSince(),
                usage.created(),
                "",
                usage.updated(),
                ",,,,,,");
    }

    /** A usage subscription as one edition tells it. */
    private record Usage(
            String id,
            String account,
            String agreement,
            String name,
            String disabledSince,
            String created,
            String updated) {

        Usage renamed(String at) {
            return new Usage(id, account, agreement, name + " renamed", disabledSince, created, at);
        }

        Usage turned(String on, String at) {
            return new Usage(id, account, agreement, name, disabledSince.isEmpty() ? on : "", created, at);
        }

        Usage moved(ScaleAccount target, String at) {
            return new Usage(id, target.id(), target.agreementId(), name, disabledSince, created, at);
        }
    }
}
