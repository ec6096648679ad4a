package io.coverbook.testkit;

import io.coverbook.testkit.SampleWorld.Kind;
import io.coverbook.testkit.SampleWorld.Row;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes customers with an address, subscriptions with a purpose and plans with a price; all of it invented. */
final class SampleCustomers {

    /** Country, currency, form of a VAT number or none, a made-up street, cities/postal codes. */
    private static final String COUNTRIES = """
            US | USD |                | Storybook Avenue    | Portland/OR 97200; Madison/WI 53700; Tucson/AZ 85700; Albany/NY 12200
            CA | CAD |                | Fable Crescent      | Halifax/NS B3H 0A0; Guelph/ON N1G 0A0; Kelowna/BC V1Y 0A0
            MX | MXN |                | Calle del Cuento    | Puebla/72000; Mérida/97000
            GB | GBP | GB 000 %04d 00 | Once-Upon Lane      | Leeds/LS1 0AA; Norwich/NR1 0AA; Dundee/DD1 0AA
            IE | EUR | IE 00%04d00    | Faery Row           | Galway/H91 0AA; Sligo/F91 0AA
            SE | SEK | SE000000%04d01 | Sagostigen          | Göteborg/411 00; Umeå/903 00; Örebro/702 00
            NO | NOK | NO 00000%04d   | Eventyrveien        | Bergen/5000; Tromsø/9000
            DK | DKK | DK 0000%04d    | Eventyrstræde       | Aarhus/8000; Odense/5000
            FI | EUR | FI 0000%04d    | Tarinapolku         | Tampere/33100; Oulu/90100
            DE | EUR | DE 00000%04d   | Märchengasse        | Bremen/28100; Leipzig/04100; Ulm/89070
            AT | EUR | ATU0000%04d    | Am Märchenbrunnen   | Graz/8010; Linz/4020
            CH | CHF | CHE-000.00%04d | Fabelweg            | Bern/3000; Luzern/6000
            FR | EUR | FR 00 00000%04d | rue de l'Imaginaire | Nantes/44000; Dijon/21000; Lille/59000
            BE | EUR | BE 000000%04d  | Sprookjeslaan       | Gent/9000; Namur/5000
            NL | EUR | NL00000%04dB00 | Verzonnenstraat     | Utrecht/3500 AA; Zwolle/8000 AA
            ES | EUR | ESB0000%04d    | Calle de la Fábula  | Zaragoza/50001; Vigo/36201
            IT | EUR | IT 0000000%04d | via della Fiaba     | Trieste/34100; Lecce/73100
            PT | EUR | PT 00000%04d   | Rua do Faz-de-Conta | Braga/4700-000; Évora/7000-000
            PL | PLN | PL 000000%04d  | ul. Bajkowa         | Gdynia/81-001; Lublin/20-001
            JP | JPY | T000000000%04d | Otogibanashi-dori   | Sendai/980-0000; Kanazawa/920-0000
            KR | KRW | 000-00-0%04d   | Donghwa-ro          | Daejeon/34000; Jeonju/54900
            AU | AUD | 00 000 00%04d  | Makebelieve Parade  | Hobart/TAS 7000; Ballarat/VIC 3350
            """;

    private static final List<String> WORKS = List.of(
            "Web shop",
            "Order intake",
            "Data lake",
            "Payroll",
            "Customer portal",
            "Warehouse",
            "Reporting",
            "Identity",
            "Integration",
            "Mobile backend",
            "Archive",
            "Forecasting",
            "Fleet telemetry",
            "Intranet",
            "Invoicing",
            "Backup");
    private static final List<String> STAGES = List.of("production", "test", "development", "production", "recovery");

    private record Country(String currency, String vat, String street, String[] cities) {}

    private final SampleWorld world;
    private final Map<String, Country> countries = new HashMap<>();
    private final Map<String, String> customerOf = new HashMap<>();
    private int made;

    SampleCustomers(SampleWorld world) {
        this.world = world;
        COUNTRIES.lines().forEach(line -> {
            String[] cell = line.split("\\|");
            countries.put(
                    cell[0].strip(),
                    new Country(
                            cell[1].strip(),
                            cell[2].strip(),
                            cell[3].strip(),
                            cell[4].strip().split("; ")));
        });
    }

    /** An ACTIVE account in the country's currency, paid by card (EA and MPA: by wire), with its invoice address. */
    Row account(String id, String type, String country, String name, String... more) {
        int n = made + 1;
        String since = (2016 + n % 7) + "-" + two(1 + n * 5 % 12) + "-" + two(1 + n * 11 % 28);
        return newAccount(id, type, country, name, since, more);
    }

    Row newAccount(String id, String type, String country, String name, String since, String... more) {
        made++;
        Country home = countries.get(country);
        String[] city = home.cities()[made % home.cities().length].split("/");
        boolean byWire = type.equals("EA") || type.equals("MPA");
        String customer = "C-" + id.substring(id.length() - 6);
        customerOf.put(id, customer);
        return world.add(
                        Kind.ACCOUNTS,
                        id,
                        since + "T08:15:00Z",
                        "agreement_type",
                        type,
                        "country",
                        country,
                        "currency",
                        home.currency(),
                        "customer_id",
                        customer,
                        "display_name",
                        name,
                        "status",
                        "ACTIVE",
                        "payment_method",
                        byWire ? "WIRE" : "CARD",
                        "payment_method_status",
                        "ACTIVE",
                        "payment_method_expiry",
                        byWire ? "" : (2027 + made % 4) + "-" + two(1 + made * 7 % 12),
                        "billing_profile_id",
                        type.equals("MCA") ? "BP-" + SampleWorld.guid(id).substring(0, 8) : "",
                        "created_on",
                        since,
                        "legal_name",
                        name,
                        "street",
                        home.street() + " " + (1 + made * 13 % 89),
                        "city",
                        city[0],
                        "postal_code",
                        city[1],
                        "vat_id",
                        home.vat().isEmpty() ? "" : home.vat().formatted(made),
                        "e_mail",
                        "billing@" + domain(name) + ".example")
                .then(since + "T08:20:00Z", more);
    }

    /** A direct agreement of the account without a plan, known from its first day; more columns may say otherwise. */
    Row agreement(String id, Row account, String from, String through, String... more) {
        return agreementSeen(from, id, account, from, through, more);
    }

    Row agreementSeen(String seenOn, String id, Row account, String from, String through, String... more) {
        return world.add(
                        Kind.AGREEMENTS,
                        id,
                        seenOn + "T06:00:00Z",
                        "billing_account_id",
                        account.id(),
                        "status",
                        "ACTIVE",
                        "start_date",
                        from,
                        "end_date",
                        through,
                        "customer_id",
                        customerOf.get(account.id()),
                        "relationship",
                        "DIRECT",
                        "support_level",
                        "NONE",
                        "order_status",
                        "NONE")
                .then(seenOn + "T06:05:00Z", more);
    }

    /** {@code count} coverable subscriptions of the account, in the agreement when one is given. */
    List<Row> subscriptions(Row account, Row agreement, int count, String createdOn) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String scope = agreement == null ? account.id() : agreement.id();
            String id = SampleWorld.guid("subscription " + i + " of " + scope + " from " + createdOn);
            String name = WORKS.get((made + i * 5) % WORKS.size()) + " " + STAGES.get((made + i) % STAGES.size());
            rows.add(world.add(
                    Kind.SUBSCRIPTIONS,
                    id,
                    createdOn + "T10:" + two(i) + ":00Z",
                    "billing_account_id",
                    account.id(),
                    "display_name",
                    name,
                    "product_category",
                    "USAGE_BASED",
                    "ea_id",
                    agreement == null ? "" : agreement.id(),
                    "state",
                    "ACTIVE",
                    "created_on",
                    createdOn));
        }
        return rows;
    }

    List<Row> subscriptions(Row account, int count, String createdOn) {
        return subscriptions(account, null, count, createdOn);
    }

    /** A plan the account buys; it is known from the purchase on. */
    Row plan(Row account, String tier, String channel, String purchasedAt, String... more) {
        String id = SampleWorld.guid("plan of " + account.id() + " " + tier + " " + purchasedAt);
        return world.add(
                        Kind.SUBSCRIPTIONS,
                        id,
                        purchasedAt,
                        "billing_account_id",
                        account.id(),
                        "display_name",
                        displayName(tier),
                        "product_category",
                        "AZURE_SUPPORT",
                        "state",
                        "ACTIVE",
                        "created_on",
                        purchasedAt.substring(0, 10),
                        "plan_tier",
                        tier,
                        "channel",
                        channel,
                        "purchased_at",
                        purchasedAt,
                        "auto_renew",
                        "ON",
                        "billing_frequency",
                        "P1M")
                .then(OffsetDateTime.parse(purchasedAt).plusSeconds(1).toString(), more);
    }

    /** A plan linked to an agreement, bought through a seller. */
    Row linkedPlan(Row account, Row agreement, String tier, String purchasedAt, String from, String through) {
        return plan(
                account,
                tier,
                "MS_SELLER",
                purchasedAt,
                "linked_ea_id",
                agreement.id(),
                "coverage_start",
                from,
                "contract_end",
                through,
                "auto_renew",
                "OFF");
    }

    private static String displayName(String tier) {
        return switch (tier) {
            case "UNIFIED" -> "Unified support";
            case "PROFESSIONAL_DIRECT" -> "Professional Direct support";
            case "DEVELOPER" -> "Developer support";
            default -> "Standard support";
        };
    }

    private static String domain(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String[] words = plain.replace("ø", "o")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9 ]", "")
                .split(" +");
        return words.length > 1 ? words[0] + "-" + words[1] : words[0];
    }

    private static String two(int number) {
        return "%02d".formatted(number);
    }
}
