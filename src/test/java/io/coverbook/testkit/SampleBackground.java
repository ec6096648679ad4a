package io.coverbook.testkit;

import io.coverbook.testkit.SampleWorld.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Customers of whom nothing needs to be told: most just renew, a few come, go or tidy up. */
final class SampleBackground {

    /** Country, legal form and names, all coined. */
    private static final String ACCOUNTS = """
            US | %s LLC           | Thimblewick Outdoor; Calderisk Analytics; Fendlemoor Dental; Orrinfold Freight; Gossamere Studios
            US | %s Inc.          | Wyrmstead Foods; Tamberlee Insurance; Skellybrook Games; Bramblecote Software; Ostrinvale Labs
            CA | %s Ltd.          | Kettlehaven Logistics; Moosejay Media; Pinquill Accounting
            GB | %s Ltd           | Marrowbeck Brewing; Uxendale Estates; Pellinore Textiles; Dunwhistle Books
            IE | %s Ltd           | Glenfaragh Software; Rathmoyle Creamery
            SE | %s AB            | Snöripans Friluft; Vassbäckens Bageri; Ormtjärnens Skog; Lingonhedens Åkeri
            NO | %s AS            | Multebær Data; Haukvarden Eiendom; Tindebris Sport
            DK | %s ApS           | Klitrose Design; Mågeskrig Medier
            FI | %s Oy            | Suopursu Ohjelmistot; Käenkaali Kahvila; Hiidenkirnu Rakennus
            DE | %s GmbH          | Mondsteiner Logistik; Kranichruf Verlag; Moorbirke Software; Falkenquell Brauerei; Sternmoos Pflege
            CH | %s AG            | Alpenmohn Treuhand; Firnlicht Medizin
            FR | %s SARL          | Coquelicot Bleu Conseil; Les Ateliers du Merle; Rivesonge Transports
            BE | %s BV            | Klaproos Logies; Veldleeuwerik Drukkerij
            NL | %s B.V.          | Duinroos Media; Watersnip Advies; Pannenkoekboot Rederij
            ES | %s S.L.          | Almendro Azul Consultores; Faro Perdido Viajes
            IT | %s S.r.l.        | Luna Storta Vini; Ponte Sognato Moda
            PT | %s Lda.          | Farol Esquecido Turismo
            PL | %s Sp. z o.o.    | Wronie Pióro Wydawnictwo; Złoty Żołądź Meble
            JP | %s KK            | Akatonbo Shoji; Yukiusagi Shokuhin
            KR | %s Co., Ltd.     | Dalbit Sonamu
            AU | %s Pty Ltd       | Quollstone Mining Supplies; Banksia Gully Wines
            """;

    private static final String AGREEMENTS = """
            US | %s Corp. | Thunderhead Plains Railroad; Copperline Basin Utilities
            GB | %s plc   | Gorsemoor Building Society
            SE | %s AB    | Järvhöjdens Gruvor; Blåstångs Rederi
            DE | %s AG    | Wetterstern Versicherung; Rabenfels Chemie
            FR | %s SA    | Clairbrume Assurances
            FI | %s Oyj   | Kaarnavene Telakka
            NL | %s N.V.  | Zilvermeeuw Energie
            JP | %s KK    | Tsukinowa Tetsudo
            CA | %s Inc.  | Borealis Hollow Hydro
            """;

    private final SampleCustomers make;

    SampleBackground(SampleCustomers make) {
        this.make = make;
        int n = 0;
        for (String[] customer : named(ACCOUNTS)) {
            n++;
            account(n, customer[0], customer[1], new Random(26_000 + n));
        }
        n = 0;
        for (String[] customer : named(AGREEMENTS)) {
            n++;
            agreement(n, customer[0], customer[1], new Random(27_000 + n));
        }
    }

    private void account(int n, String country, String name, Random random) {
        boolean payAsYouGo = country.equals("US") && n % 2 == 0;
        boolean byWire = random.nextInt(10) < 3;
        String[] pays = byWire ? new String[] {"payment_method", "WIRE", "payment_method_expiry", ""} : new String[0];
        Row account = make.account(
                "BA-100" + (400 + n), payAsYouGo ? "MOSP" : "MCA", country, name, payAsYouGo ? new String[0] : pays);
        int size = 3 + random.nextInt(9);
        List<Row> subscriptions = make.subscriptions(account, size, day(2023, random.nextInt(900)));
        for (Row subscription : subscriptions) {
            fate(subscription, random);
        }
        if (random.nextInt(4) == 0) {
            make.subscriptions(account, 1 + random.nextInt(2), day(2026, 45 + random.nextInt(70)));
        }
        if (n % 11 == 5) {
            make.plan(account, tier(random), "AZURE_PORTAL", instant(2026, 62 + random.nextInt(50), random));
        } else if (n % 3 != 0) {
            Row plan =
                    make.plan(account, tier(random), "AZURE_PORTAL", instant(2024, 40 + random.nextInt(680), random));
            if (n % 9 == 4) {
                String at = instant(2026, 60 + random.nextInt(55), random);
                plan.then(at, "cancel_requested_at", at, "cancel_channel", "AZURE_PORTAL");
            }
        } else if (n % 13 == 3) {
            Row past = make.plan(account, "STANDARD", "AZURE_PORTAL", instant(2024, 20 + random.nextInt(100), random));
            String at = instant(2025, 30 + random.nextInt(200), random);
            past.then(at, "auto_renew", "OFF", "auto_renew_changed_at", at);
        }
    }

    private void agreement(int n, String country, String name, Random random) {
        Row account = make.account("BA-100" + (500 + n), "EA", country, name);
        LocalDate from = LocalDate.of(2024, 1 + random.nextInt(12), 1);
        String[] plan = {"currency", "USD"};
        if (n % 4 != 0) {
            LocalDate cover = LocalDate.of(2025, 6, 1).plusMonths(random.nextInt(8));
            plan = new String[] {
                "currency",
                "USD",
                "support_level",
                n % 3 == 0 ? "PROFESSIONAL_DIRECT" : "STANDARD",
                "support_coverage_start",
                cover.toString(),
                "support_coverage_end",
                cover.plusYears(1).minusDays(1).toString()
            };
        }
        Row agreement = make.agreement(
                "EA-700" + (200 + n),
                account,
                from.toString(),
                from.plusYears(3).minusDays(1).toString(),
                plan);
        make.subscriptions(
                        account,
                        agreement,
                        5 + random.nextInt(8),
                        from.plusDays(1).toString())
                .forEach(subscription -> fate(subscription, random));
    }

    /** One in ten or so has trouble or ends in these months; of the deleted ones some are soon left out. */
    private static void fate(Row subscription, Random random) {
        int lot = random.nextInt(70);
        String on = day(2026, 55 + random.nextInt(30));
        if (lot < 3) {
            subscription.then(on + "T13:00:00Z", "state", "WARNED", "state_since", on);
        } else if (lot == 3) {
            subscription.then(on + "T14:00:00Z", "state", "DISABLED", "state_since", on);
        } else if (lot < 7) {
            subscription.then(on + "T15:00:00Z", "state", "DELETED", "state_since", on, "ended_on", on);
            if (lot < 6) {
                subscription.goneFrom("2026-04-20T00:00:00Z");
            }
        } else if (lot == 7) {
            subscription.then(on + "T16:00:00Z", "display_name", "Renamed in spring clean");
        }
    }

    private static String tier(Random random) {
        int lot = random.nextInt(10);
        return lot < 2 ? "DEVELOPER" : lot < 7 ? "STANDARD" : "PROFESSIONAL_DIRECT";
    }

    private static String day(int year, int dayOfYear) {
        return LocalDate.of(year, 1, 1).plusDays(dayOfYear).toString();
    }

    private static String instant(int year, int dayOfYear, Random random) {
        return day(year, dayOfYear)
                + "T%02d:%02d:%02dZ".formatted(7 + random.nextInt(12), random.nextInt(60), random.nextInt(60));
    }

    private static List<String[]> named(String table) {
        return table.lines()
                .map(line -> line.split("\\|"))
                .flatMap(cell -> List.of(cell[2].strip().split("; ")).stream().map(name ->
                        new String[] {cell[0].strip(), cell[1].strip().formatted(name)}))
                .toList();
    }
}
