package io.coverbook.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;

/**
 * Subscriptions imported from CSV, and the same as a list of Azure's, beside a bare COPY of the same rows into the same
 * keyed table, all in one run. A million rows and the bars in profile {@code stress}; otherwise few, to see that both
 * forms give the same facts.
 */
@ExtendWith(OpenBook.Shared.class)
class ImportBarIT {

    private static final boolean STRESS = Boolean.getBoolean("coverbook.stress");
    private static final int ROWS = Integer.getInteger("coverbook.bar.rows", STRESS ? 1_000_000 : 5_000);

    /** Taken in turns and added up, so that other work on the machine weighs on all alike. */
    private static final int ROUNDS = STRESS ? 2 : 1;

    private static final String FACTS =
            "select count(*), sum(fingerprint % 1000003), min(created_on) from subscription_fact";

    private OpenBook book;

    @Test
    void both_forms_give_the_same_facts_at_the_speed_of_copy(OpenBook open) throws IOException, SQLException {
        book = open;
        Path folder = open.folder("bar");
        Path csv = folder.resolve("subscriptions-2026-04-01.csv");
        Path json = folder.resolve("list-2026-04-01.json");
        write(csv, json);
        long fromCsv = 0;
        long bare = 0;
        long fromJson = 0;
        for (int round = 0; round < ROUNDS; round++) {
            fromCsv += imported(csv);
            List<String> facts = book.ask(FACTS);
            bare += bare(folder.resolve("bare.txt"));
            fromJson += imported(json);
            assertEquals(facts, book.ask(FACTS));
        }
        System.out.printf(
                "%,d rows: bare COPY %,d ms, CSV %,d ms (%.2f), JSON %,d ms (%.2f)%n",
                ROWS, bare / ROUNDS, fromCsv / ROUNDS, 1.0 * fromCsv / bare, fromJson / ROUNDS, 1.0 * fromJson / bare);
        within(1.6, "CSV", fromCsv, bare);
        within(3.0, "JSON", fromJson, bare);
    }

    private static void within(double bar, String form, long took, long bare) {
        assertTrue(!STRESS || took <= bar * bare, () -> form + " took " + took + " ms, COPY " + bare);
    }

    private static void write(Path csv, Path json) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter rows = Files.newBufferedWriter(csv);
                BufferedWriter list = Files.newBufferedWriter(json)) {
            rows.write("subscription_id,billing_account_id,display_name,product_category,state,created_on\n");
            list.write("{\"value\":[\n");
            for (int i = 0; i < ROWS; i++) {
                String id = new UUID(random.nextLong(), random.nextLong()).toString();
                String account = new UUID(7, i / 5).toString() + ":" + new UUID(7, 7) + "_2019-05-31";
                String day = "202" + i % 6 + "-0" + (1 + i % 9) + "-1" + i % 10;
                rows.write(id + "," + account + ",Shop " + i % 1000 + ",USAGE_BASED,ACTIVE," + day + "\n");
                list.write((i == 0 ? "" : ",\n") + "{\"id\":\"/providers/Microsoft.Billing/billingAccounts/" + account
                        + "/billingSubscriptions/" + id + "\",\"name\":\"" + id
                        + "\",\"type\":\"Microsoft.Billing/billingAccounts/billingSubscriptions\",\"properties\":{"
                        + "\"displayName\":\"Shop " + i % 1000
                        + "\",\"productCategory\":\"UsageBased\",\"skuId\":\"0001\","
                        + "\"skuDescription\":\"Microsoft Azure Plan\",\"purchaseDate\":\"" + day
                        + "T07:00:00.0000000Z\",\"status\":\"Active\",\"subscriptionId\":\"" + id + "\"}}");
            }
            list.write("\n]}\n");
        }
    }

    /** The milliseconds of the import step, from the opened file to the committed facts. */
    private long imported(Path file) throws IOException, SQLException {
        book.empty();
        book.child(List.of("-Xmx512m", "-XX:TieredStopAtLevel=4"), "import", file.toString())
                .expecting(0);
        return Long.parseLong(book.ask("select sum(millis) from run_step where rows = " + ROWS)
                .get(0));
    }

    /** The stored rows in the order of the file, by COPY into an empty table with the same columns and keys. */
    private long bare(Path file) throws IOException, SQLException {
        try (Connection owner = book.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            var copy = owner.unwrap(PGConnection.class).getCopyAPI();
            try (OutputStream out = Files.newOutputStream(file)) {
                copy.copyOut("copy (select * from subscription_fact order by line) to stdout", out);
            }
            statement.execute("create table bare_fact (like subscription_fact including all)");
            owner.commit();
            long begun = System.nanoTime();
            try (InputStream in = Files.newInputStream(file)) {
                copy.copyIn("copy bare_fact from stdin", in);
            }
            owner.commit();
            long took = (System.nanoTime() - begun) / 1_000_000;
            statement.execute("drop table bare_fact");
            owner.commit();
            return took;
        }
    }
}
