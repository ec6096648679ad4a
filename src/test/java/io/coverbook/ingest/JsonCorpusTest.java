package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The corpus of bad exports in JSON (C143 and from C150 on), each a file made from code. */
class JsonCorpusTest {

    private static final ReadOptions OPTIONS =
            ReadOptions.standard().withNames(ReferenceReader.read(null).planNames());

    @TempDir
    Path folder;

    enum Case {
        C143(
                "half a character",
                list(sub("\"displayName\":\"a\\ud800b\"")),
                "good 0 R13_FORBIDDEN_CHAR@1:display_name W21_PART"),
        C150("text behind the end", list(sub("")) + "]", "F24_JSON_SYNTAX@1"),
        C150_WORDS("words behind the end", list(sub("")) + " done", "F24_JSON_SYNTAX@1"),
        C151("a name twice", list(sub("\"status\":\"Active\",\"status\":\"Deleted\"")), "F24_JSON_SYNTAX@1"),
        C152("10 000 lists in each other", "[".repeat(10_000), "F25_JSON_LIMIT@1"),
        C152_OBJECTS("objects in each other", "{\"a\":".repeat(10_000), "F25_JSON_LIMIT@1"),
        C153("a number of 100 000 digits", list(sub("\"quantity\":" + "9".repeat(100_000))), "F25_JSON_LIMIT@1"),
        C153_TEXT(
                "a text of 30 MB", list(sub("\"displayName\":\"" + "x".repeat(30_000_000) + "\"")), "F25_JSON_LIMIT@1"),
        C155("an amount with an exponent", list(invoice("2.9e1")), "good 0 R08_NUMBER_SYNTAX@1:amount"),
        C155_POINT("an amount with decimals", list(invoice("29.0")), "good 1"),
        C155_TEXT("an amount as text", list(invoice("\"29.00\"")), "good 1"),
        C155_NAN("an amount that is none", list(invoice("\"NaN\"")), "good 0 R08_NUMBER_SYNTAX@1:amount"),
        C156(
                "null for the id",
                list(sub("").replace("\"s-1\"", "null")),
                "good 0 R02_REQUIRED@1:subscriptionid W21_PART"),
        C157("a list where an object belongs", list("[1]," + sub("")), "good 1 R15_INCONSISTENT@1 W21_PART"),
        C158("unknown fields", list(sub("\"colour\":{\"shade\":[1,2]}")), "good 1 W21_PART"),
        C160("a class to make", list(sub("\"@class\":\"java.lang.Runtime\",\"$type\":\"x\"")), "good 1 W21_PART"),
        C161("a byte order mark", "\uFEFF" + list(sub("")), "good 1 W01_BOM W21_PART"),
        C162(
                "one page of five",
                list(sub("")).replace("]}", "],\"nextLink\":\"https://management.azure.com/x\"}"),
                "good 1 W20_INCOMPLETE"),
        NO_LINK(
                "what examples write for no page",
                list(sub("")).replace("]}", "],\"nextLink\":\"...\"}"),
                "good 1 W21_PART"),
        CUT("the end cut off", list(sub("")).substring(0, 90), "F24_JSON_SYNTAX@1"),
        ERROR("an error of the service", "{\"error\":{\"code\":\"Forbidden\",\"message\":\"no\"}}", "F08_WRONG_TYPE@0"),
        MANIFEST(
                "a manifest of parts",
                "{\"manifestVersion\":\"1\",\"blobs\":[{\"blobName\":\"a.csv\"}]}",
                "F02_NOT_READY@0"),
        EMPTY_LIST("an empty list of nobody knows what", "{\"value\":[]}", "F08_WRONG_TYPE@0"),
        BLANK("blanks alone", "{", "F24_JSON_SYNTAX@1"),
        PAGES("two pages one behind the other", list(sub("")) + "\n" + list(sub("")), "good 2 W21_PART");

        private final String input;
        private final String json;
        private final String expected;

        Case(String input, String json, String expected) {
            this.input = input;
            this.json = json;
            this.expected = expected;
        }

        private static String list(String entries) {
            return "{\"value\":[" + entries + "]}";
        }

        private static String sub(String properties) {
            return "{\"id\":\"/providers/Microsoft.Billing/billingAccounts/123/billingSubscriptions/s-1\",\"name\":\"s-1\","
                    + "\"properties\":{\"enrollmentAccountId\":\"7\"" + (properties.isEmpty() ? "" : "," + properties)
                    + "}}";
        }

        private static String invoice(String amount) {
            return "{\"id\":\"/providers/Microsoft.Billing/billingAccounts/123/invoices/G1\",\"name\":\"G1\","
                    + "\"properties\":{\"invoiceType\":\"AzureSupport\",\"subTotal\":{\"currency\":\"USD  \",\"value\":"
                    + amount
                    + "}}}";
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_bad_file_gets_its_reaction(Case bad) {
        byte[] file = bad.json.getBytes(StandardCharsets.UTF_8);
        Outcome outcome = assertTimeout(Duration.ofSeconds(5), () -> Outcome.of(folder, "list.json", file, OPTIONS));
        String said = outcome.toString().replaceAll("F(24|25)(\\w+)@\\d+", "F$1$2@1");
        assertEquals(bad.expected, said, () -> bad.input + ": " + outcome.message() + outcome.rejects);
    }

    @ParameterizedTest
    @EnumSource(Encoded.class)
    void the_encodings_of_windows_are_read(Encoded file) {
        Outcome outcome = Outcome.of(folder, "list.json", file.bytes(), OPTIONS);
        assertEquals(1, outcome.rows.size(), outcome::message);
        assertEquals("R\u00e4v", ((SubscriptionRow) outcome.rows.get(0)).displayName());
    }

    enum Encoded {
        UTF_8("UTF-8", ""),
        UTF_8_MARKED("UTF-8", "\uFEFF"),
        UTF_16LE_MARKED("UTF-16LE", "\uFEFF"),
        UTF_16BE_MARKED("UTF-16BE", "\uFEFF");

        private final String charset;
        private final String mark;

        Encoded(String charset, String mark) {
            this.charset = charset;
            this.mark = mark;
        }

        byte[] bytes() {
            return (mark + Case.list(Case.sub("\"displayName\":\"R\u00e4v\""))).getBytes(Charset.forName(charset));
        }
    }

    @ParameterizedTest
    @EnumSource(Found.class)
    void a_file_of_latin_1_is_refused_with_its_place(Found found) {
        byte[] json = Case.list(Case.sub("\"displayName\":\"R\u00e4v\"")).getBytes(StandardCharsets.ISO_8859_1);
        Outcome outcome = Outcome.of(
                folder,
                "list.json",
                json,
                found == Found.UNTOLD ? OPTIONS : OPTIONS.withEncoding(StandardCharsets.ISO_8859_1));
        assertEquals(found.expected, List.of(outcome.toString().split(" ")).get(0));
    }

    enum Found {
        UNTOLD("F06_ENCODING@1"),
        TOLD("good");

        private final String expected;

        Found(String expected) {
            this.expected = expected;
        }
    }
}
