package io.coverbook.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.store.Listing;
import io.coverbook.store.Listing.Column;
import io.coverbook.store.Listing.Form;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The three forms of one list. */
class ListingTest {

    private static final List<Column> COLUMNS = List.of(
            new Column("plan_id", Form.TEXT),
            new Column("charge_date", Form.DAY),
            new Column("term", Form.WHOLE),
            new Column("late", Form.TRUTH),
            new Column("amount", Form.AMOUNT),
            new Column("currency", Form.TEXT));

    private static void fill(Listing listing) {
        listing.columns(COLUMNS);
        listing.row(Arrays.asList("a", LocalDate.of(2026, 3, 1), 11L, false, new BigDecimal("1422.80"), "CAD"));
        listing.row(Arrays.asList("b \"x\", y", LocalDate.of(2026, 3, 2), 0L, true, new BigDecimal("15124"), "JPY"));
        listing.row(Arrays.asList("c", null, null, null, null, null));
        listing.row(Arrays.asList("d", LocalDate.of(2026, 3, 4), 1L, false, new BigDecimal("0.20"), "CAD"));
    }

    private static String written(Consumer<PrintWriter> writing) {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(text)) {
            writing.accept(out);
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void text_aligns_figures_and_adds_up_per_currency() {
        String text = written(out -> {
            TextListing listing = new TextListing(out, Set.of("late"), 3);
            fill(listing);
            listing.end("charge", code -> "");
        });
        assertEquals(
                """
                plan id   charge date  term     amount  currency
                a         2026-03-01     11   1,422.80  CAD
                b "x", y  2026-03-02      0     15,124  JPY
                c

                4 charges, the first 3 shown (--limit 0 shows all)
                  total  count    amount
                  CAD        2  1,423.00
                  JPY        1    15,124
                """.replace("     amount", "    amount")
                        .replace("   1,422.80", "  1,422.80")
                        .replace("     15,124  JPY", "    15,124  JPY"),
                text);
    }

    @Test
    void text_says_plainly_that_there_is_nothing() {
        assertEquals("Nothing found: no flag matches.\n", written(out -> {
            TextListing listing = new TextListing(out, Set.of(), 0);
            listing.columns(COLUMNS);
            listing.end("flag", code -> "");
        }));
    }

    @Test
    void text_explains_each_code_once() {
        String text = written(out -> {
            TextListing listing = new TextListing(out, Set.of(), 0);
            listing.columns(List.of(new Column("code", Form.TEXT)));
            listing.row(List.of("NO_PRICE"));
            listing.row(List.of("NO_PRICE"));
            listing.end("flag", code -> "what " + code + " means");
        });
        assertEquals(1, text.split("what NO_PRICE means", -1).length - 1);
    }

    @Test
    void csv_quotes_only_where_it_must() {
        assertEquals("""
                plan_id,charge_date,term,late,amount,currency
                a,2026-03-01,11,false,1422.80,CAD
                "b ""x"", y",2026-03-02,0,true,15124,JPY
                c,,,,,
                d,2026-03-04,1,false,0.20,CAD
                """, written(out -> fill(new CsvListing(out))));
    }

    @Test
    void json_keeps_types_and_the_currencys_decimals() {
        String text = written(out -> {
            JsonListing listing = new JsonListing(out);
            fill(listing);
            listing.end();
        });
        JsonNode answer = JsonMapper.shared().readTree(text);
        assertEquals(1, answer.get("schemaVersion").intValue());
        assertEquals(4, answer.get("rows").size());
        JsonNode first = answer.get("rows").get(0);
        assertEquals("2026-03-01", first.get("charge_date").stringValue());
        assertTrue(first.get("amount").isNumber());
        assertTrue(text.contains("1422.80"), text);
        assertTrue(answer.get("rows").get(2).get("amount").isNull());
        assertTrue(answer.get("rows").get(1).get("late").booleanValue());
    }

    @Test
    void json_without_rows_is_whole() {
        String text = written(out -> {
            JsonListing listing = new JsonListing(out);
            listing.columns(COLUMNS);
            listing.end();
        });
        assertEquals(0, JsonMapper.shared().readTree(text).get("rows").size());
    }

    @Test
    void long_names_lose_their_middle_and_nothing_else() {
        assertEquals("short.csv", TextTable.shortened("short.csv", 20));
        assertEquals("subscr…31.csv", TextTable.shortened("subscriptions-2026-03-31.csv", 13));
        assertEquals("a😀…😀b", TextTable.shortened("a😀😀😀😀😀b", 5));
    }

    @Test
    void control_characters_do_not_reach_the_terminal() {
        assertEquals("?[31mred", TextTable.cell("\u001b[31mred"));
    }
}
