package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.OpenBook.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** The command that answers requests for support, from exports to JSON. */
@ExtendWith(OpenBook.Shared.class)
class AskIT {

    private static final String KEPT = "support_desk";

    private static final Map<String, String> EXPORTS = new TreeMap<>(Map.of(
            "billing-accounts-2026-03-21.csv",
            """
            billing_account_id,agreement_type,country,currency,payment_method,payment_method_status,payment_method_expiry,program,benefit_valid_to,incidents_remaining
            BA-STD,MCA,US,USD,CARD,ACTIVE,2030-12,,,
            BA-DEV,MCA,DE,USD,CARD,ACTIVE,2030-12,,,
            BA-PRO,MCA,JP,USD,CARD,ACTIVE,2030-12,,,
            BA-NONE,MCA,KR,USD,CARD,ACTIVE,2030-12,,,
            BA-END,MCA,FR,USD,CARD,ACTIVE,2030-12,,,
            BA-PRG,MCA,SE,USD,CARD,ACTIVE,2030-12,MSDN,2026-12-31,2
            BA-EA,EA,SE,USD,WIRE,ACTIVE,,,,
            """,
            "enterprise-agreements-2026-03-21.csv",
            """
            ea_id,billing_account_id,status,start_date,end_date,order_status,ordered_level,order_date,order_changed_on,temp_request_at,temp_level,temp_description
            EA-WAIT,BA-EA,ACTIVE,2025-01-01,2027-12-31,PENDING,STANDARD,2026-03-15,2026-03-15,,,
            EA-TEMP,BA-EA,ACTIVE,2025-01-01,2027-12-31,PENDING,STANDARD,2026-03-15,2026-03-15,2026-03-16T08:00:00Z,STANDARD,Nothing starts
            """,
            "subscriptions-2026-03-21.csv",
            """
            subscription_id,billing_account_id,display_name,ea_id,product_category,state,created_on,plan_tier,channel,purchased_at,auto_renew,cancel_requested_at,cancel_channel
            S-STD,BA-STD,Shop,,USAGE_BASED,ACTIVE,2025-01-01,,,,,,
            S-OFF,BA-STD,Old shop,,USAGE_BASED,DISABLED,2025-01-01,,,,,,
            S-DEV,BA-DEV,Lab,,USAGE_BASED,ACTIVE,2025-01-01,,,,,,
            S-PRO,BA-PRO,Bank,,USAGE_BASED,ACTIVE,2025-01-01,,,,,,
            S-NONE,BA-NONE,Blog,,USAGE_BASED,ACTIVE,2025-01-01,,,,,,
            S-END,BA-END,Forum,,USAGE_BASED,ACTIVE,2025-01-01,,,,,,
            S-PRG,BA-PRG,Game,,USAGE_BASED,ACTIVE,2025-01-01,,,,,,
            S-WAIT,BA-EA,Mill,EA-WAIT,USAGE_BASED,ACTIVE,2025-01-01,,,,,,
            S-TEMP,BA-EA,Mine,EA-TEMP,USAGE_BASED,ACTIVE,2025-01-01,,,,,,
            P-STD,BA-STD,,,AZURE_SUPPORT,,,STANDARD,AZURE_PORTAL,2026-01-05T08:00:00Z,ON,,
            P-DEV,BA-DEV,,,AZURE_SUPPORT,,,DEVELOPER,AZURE_PORTAL,2026-01-05T08:00:00Z,ON,,
            P-PRO,BA-PRO,,,AZURE_SUPPORT,,,PROFESSIONAL_DIRECT,AZURE_PORTAL,2026-01-05T08:00:00Z,ON,,
            P-END,BA-END,,,AZURE_SUPPORT,,,STANDARD,AZURE_PORTAL,2026-01-05T08:00:00Z,ON,2026-03-20T09:00:00Z,AZURE_PORTAL
            """,
            "role-assignments-2026-03-21.csv",
            """
            user,role,scope,actions,subscription_ids,is_partner,partner_benefit
            owner,OWNER,/,,,,
            olga,OWNER,S-STD,,,,
            olgierd,CONTRIBUTOR,S-STD,,,,
            reader,READER,S-STD,,,,
            group,CONTRIBUTOR,/providers/Microsoft.Management/managementGroups/MG,,S-STD;S-NONE,,
            part,OWNER,/subscriptions/S-STD/resourceGroups/rg1,,,,
            custom,CUSTOM,S-STD,Microsoft.Support/*,,,
            classic,SERVICE_ADMIN,S-STD,,,,
            gone,OWNER,S-STD,,,,
            p-owner,OWNER,/,,,true,
            p-contributor,CONTRIBUTOR,S-STD,,,true,
            p-benefit,OWNER,/,,,true,true
            """,
            "role-assignments-2026-04-02.csv",
            """
            user,role,scope,actions,subscription_ids,is_partner,partner_benefit
            owner,OWNER,/,,,,
            olga,OWNER,S-STD,,,,
            olgierd,CONTRIBUTOR,S-STD,,,,
            reader,READER,S-STD,,,,
            group,CONTRIBUTOR,/providers/Microsoft.Management/managementGroups/MG,,S-STD;S-NONE,,
            part,OWNER,/subscriptions/S-STD/resourceGroups/rg1,,,,
            custom,CUSTOM,S-STD,Microsoft.Support/*,,,
            classic,SERVICE_ADMIN,S-STD,,,,
            late,OWNER,S-STD,,,,
            p-owner,OWNER,/,,,true,
            p-contributor,CONTRIBUTOR,S-STD,,,true,
            p-benefit,OWNER,/,,,true,true
            """));

    private static OpenBook book;
    private static Path reference;

    @BeforeAll
    static void import_the_exports(OpenBook shared) throws IOException {
        book = shared.empty();
        Path exports = book.folder("exports");
        for (Map.Entry<String, String> file : EXPORTS.entrySet()) {
            Files.writeString(exports.resolve(file.getKey()), file.getValue());
        }
        reference = book.folder("reference");
        Files.writeString(
                reference.resolve("services.csv"), "service,region,lifecycle\nSearch,,GA\nVision,,PUBLIC_PREVIEW\n");
        Files.writeString(
                reference.resolve("service-exceptions.csv"),
                "service,region,kind,valid_from,valid_through\nSearch,north,GA,2026-01-01,\n");
        book.run("import", exports.toString()).expecting(0);
        book.run("reconcile", "--as-of", "2026-04-04").expecting(0);
        book.keep(KEPT);
    }

    private static JsonNode ask(String words) {
        List<String> all = new ArrayList<>(List.of("ask"));
        all.addAll(List.of(words.strip().split(" +")));
        all.addAll(List.of("--json", "--reference", reference.toString()));
        return JsonMapper.shared()
                .readTree(book.run(all.toArray(String[]::new)).expecting(0).said());
    }

    /** The answers to many questions, asked in one process. */
    private static List<JsonNode> asked(List<String> lines) throws IOException {
        Path script = Files.writeString(book.folder("asks").resolve("asks.do"), String.join("\n", lines) + "\n");
        Told told = book.run("do", script.toString(), "--json", "--reference", reference.toString())
                .expecting(0);
        try (MappingIterator<JsonNode> answers =
                JsonMapper.shared().readerFor(JsonNode.class).readValues(told.said())) {
            return answers.readAll();
        }
    }

    @Test
    void every_question_has_its_answer() throws IOException {
        book.like(KEPT);
        String table = """
                --type TECHNICAL --subscription S-STD --user olga --severity A                      | decision=ALLOWED reason=ACCOUNT_PLAN may_create=true covered=true tier=STANDARD deadline=2026-04-08T04:00:00-07:00
                --type TECHNICAL --subscription S-STD --user olgierd --severity C                   | decision=ALLOWED may_create_reason=WRITE_PERMISSION can_assign_role=false deadline=2026-04-08T14:00:00-07:00
                --type TECHNICAL --subscription S-STD --user reader --severity C                    | decision=NO_PERMISSION may_create=false reason=READ_ONLY covered=true covered_decision=ALLOWED deadline=null
                --type TECHNICAL --subscription S-STD --user group --severity C                     | decision=ALLOWED may_create=true
                --type TECHNICAL --subscription S-DEV --user group --severity C                     | decision=NO_PERMISSION reason=OTHER_SUBSCRIPTION covered=true
                --type TECHNICAL --subscription S-STD --user part --severity C                      | decision=NO_PERMISSION reason=RESOURCE_GROUP_ONLY
                --type TECHNICAL --subscription S-STD --user custom --severity C                    | decision=ALLOWED role=CUSTOM
                --type TECHNICAL --subscription S-STD --user stranger --severity C                  | decision=NO_PERMISSION reason=NO_ROLE
                --type TECHNICAL --subscription S-STD --severity C                                  | decision=ALLOWED may_create=null may_create_reason=NOBODY_NAMED
                --type TECHNICAL --subscription S-OFF --user owner --severity C                     | decision=NOT_COVERED reason=SUBSCRIPTION_NOT_ACTIVE may_create=true covered=false tier=STANDARD technical_support=false
                --type BILLING --subscription S-OFF --user owner                                    | decision=ALLOWED reason=INCLUDED covered=true deadline=null
                --type BILLING --subscription S-NONE --user reader                                  | decision=NO_PERMISSION covered=true
                --type TECHNICAL --subscription S-NONE --user group --severity C                    | decision=NOT_COVERED reason=ACCOUNT_NO_PLAN may_create=true covered=false
                --type TECHNICAL --subscription S-NONE --user reader --severity C                   | decision=NO_PERMISSION may_create=false covered=false covered_decision=NOT_COVERED
                --type TECHNICAL --subscription S-END --user owner --severity C --at 2026-04-04     | decision=ALLOWED country=FR
                --type TECHNICAL --subscription S-END --user owner --severity C --at 2026-04-05     | decision=NOT_COVERED reason=PLAN_ENDED
                --type TECHNICAL --subscription S-DEV --user owner --severity B                     | decision=SEVERITY_NOT_IN_PLAN may_create=true window=null
                --type TECHNICAL --subscription S-PRG --user owner --severity C                     | decision=ALLOWED reason=PROGRAM_BENEFIT tier=LIMITED_PROGRAM deadline=null
                --type TECHNICAL --subscription S-WAIT --user owner --severity C                    | decision=NOT_COVERED reason=PENDING_ORDER_NOT_ACTIVATED
                --type TECHNICAL --subscription S-TEMP --user owner --severity A                    | decision=ALLOWED reason=TEMPORARY_ORDER source=TEMPORARY deadline=2026-04-08T13:00:00+02:00
                --type TECHNICAL --subscription S-STD --user p-owner --severity C                   | decision=ALLOWED reason=ACCOUNT_PLAN is_partner=true
                --type TECHNICAL --subscription S-STD --user p-contributor --severity C             | decision=PARTNER_NEEDS_ADMIN_OR_OWNER may_create=true
                --type TECHNICAL --subscription S-NONE --user p-owner --severity C                  | decision=NOT_COVERED may_create=true
                --type TECHNICAL --subscription S-NONE --user p-benefit --severity A                | decision=ALLOWED reason=PARTNER_BENEFIT tier=BASIC deadline=null
                --type TECHNICAL --subscription S-NONE --user owner --severity A                    | decision=NOT_COVERED reason=ACCOUNT_NO_PLAN
                --type RCA --request-type TECHNICAL --request-state OPEN --subscription S-STD --user olga   | decision=ALLOWED reason=ACCOUNT_PLAN deadline=null
                --type RCA --request-type TECHNICAL --request-state CLOSED --subscription S-STD --user olga | decision=RCA_NOT_AVAILABLE reason=REQUEST_CLOSED
                --type RCA --request-type QUOTA --request-state OPEN --subscription S-STD --user olga       | decision=RCA_NOT_AVAILABLE reason=REQUEST_NOT_TECHNICAL
                --type RCA --request-type TECHNICAL --request-state OPEN --subscription S-NONE --user owner | decision=NOT_COVERED
                --type RCA --request-type TECHNICAL --request-state OPEN --subscription S-PRG --user owner  | decision=NOT_COVERED reason=PROGRAM_BENEFIT
                --type RCA --request-type TECHNICAL --request-state OPEN --subscription S-TEMP --user owner | decision=ALLOWED
                --type BILLING --user whoever                                                       | decision=ALLOWED reason=INCLUDED may_create=true subscription_id=null
                --type TECHNICAL --user whoever                                                     | decision=NO_SUBSCRIPTION covered=false may_create=null
                --type TECHNICAL --subscription S-STD --user olga --at 2020-01-01                   | decision=NO_SUBSCRIPTION may_create=null
                --type QUOTA --subscription S-STD --user olga --at 2020-01-01                       | decision=ALLOWED may_create=true
                --type TECHNICAL --subscription S-STD --user gone --severity C --at 2026-04-01      | decision=ALLOWED
                --type TECHNICAL --subscription S-STD --user gone --severity C --at 2026-04-02      | decision=NO_PERMISSION reason=NO_ROLE
                --type TECHNICAL --subscription S-STD --user gone --severity C --at 2025-06-01      | decision=NOT_COVERED may_create=true
                --type TECHNICAL --subscription S-STD --user late --severity C --at 2026-04-01      | decision=NO_PERMISSION reason=NO_ROLE
                --type TECHNICAL --subscription S-STD --user late --severity C --at 2026-04-02      | decision=ALLOWED
                --type TECHNICAL --subscription Shop --user OLGA --severity C                       | subscription_id=S-STD user=olga decision=ALLOWED
                --type TECHNICAL --subscription s-pr --user owner                                   | decision=null subscription_id=null match_count=2
                --type TECHNICAL --subscription S-STD --user olg                                    | decision=null match_count=2 may_create=null
                --type TECHNICAL --subscription nowhere                                             | decision=null match_count=0
                --type TECHNICAL --subscription S-DEV --user owner --topic HOW_TO                   | decision=ADVISORY_NOT_IN_PLAN issue=ADVISORY
                --type TECHNICAL --subscription S-PRO --user owner --topic HOW_TO                   | decision=ALLOWED
                --type TECHNICAL --subscription S-PRO --user owner --topic CODE_REVIEW              | decision=ADVISORY_OUT_OF_SCOPE
                --type TECHNICAL --subscription S-PRO --user owner --location LOCAL                 | decision=ON_PREMISES
                --type TECHNICAL --subscription S-PRO --user owner --service search --region North  | decision=SERVICE_REGION_EXCEPTION
                --type TECHNICAL --subscription S-PRO --user owner --service Vision --severity B --language ja | decision=ALLOWED window=24x7 language=en translation_on_request=true
                --type TECHNICAL --subscription S-PRO --user owner --lifecycle PRIVATE_PREVIEW      | decision=PRIVATE_OR_LIMITED_PREVIEW redirect=COMMUNITY_SUPPORT
                --type TECHNICAL --subscription S-PRO --user owner --severity B --language ja --at 2026-04-28T16:30:00+09:00 | window=BUSINESS_HOURS language=ja open=true clock=BUSINESS deadline=2026-04-30T10:30:00+09:00
                --type TECHNICAL --subscription S-STD --user olga --severity B --language de --country DE --at 2026-04-11T11:00:00+02:00 | choice=ENGLISH_NOW answers_in=en language=de deadline=2026-04-11T15:00:00+02:00
                --type TECHNICAL --subscription S-STD --user olga --severity B --language de --country DE --at 2026-04-11T11:00:00+02:00 --choice wait-next-business-day | choice=WAIT_NEXT_BUSINESS_DAY answers_in=de starts=2026-04-13T09:00:00+02:00 deadline=2026-04-13T13:00:00+02:00
                --type TECHNICAL --subscription S-DEV --user owner --severity C --at 2026-04-02T16:00:00+02:00 | country=DE deadline=2026-04-07T16:00:00+02:00
                --type TECHNICAL --subscription S-STD --user olga --severity C --country AU --zone Australia/Perth --at 2026-04-08T09:00:00+08:00 | zone=Australia/Perth deadline=2026-04-08T17:00:00+08:00
                --type TECHNICAL --subscription S-STD --user olga --severity C --zone America/New_York --at 2026-04-08T06:00:00-07:00 | zone=America/Los_Angeles deadline=2026-04-08T14:00:00-07:00
                --type TECHNICAL --subscription S-STD --user olga --severity A --first-contact 2026-04-08T11:30:00Z | elapsed_minutes=90 in_time=false
                """;
        List<String[]> rows = table.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
                .toList();
        List<JsonNode> answers = asked(rows.stream()
                .map(row -> "ask " + row[0] + (row[0].contains("--at") ? "" : " --at 2026-04-08T10:00:00Z"))
                .toList());
        assertEquals(rows.size(), answers.size());
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (String expected : rows.get(i)[1].split(" +")) {
                String[] sides = expected.split("=", 2);
                String got = answers.get(i).path(sides[0]).asString("null");
                if (!got.equals(sides[1])) {
                    wrong.add(rows.get(i)[0] + ": " + expected + ", got " + got);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void it_agrees_with_the_table_of_entitled_users() throws IOException {
        book.like(KEPT);
        List<String[]> rows = book.tables("--as-of", "2026-04-04")
                .get("entitled-users.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        List<JsonNode> answers = asked(rows.stream()
                .map(row -> "ask --type TECHNICAL --at 2026-04-04 --user " + row[0] + " --subscription " + row[1])
                .toList());
        assertEquals(rows.size(), answers.size());
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            JsonNode answer = answers.get(i);
            String who = row[0] + " on " + row[1];
            assertEquals(row[4], answer.path("may_create").asString(""), who);
            assertEquals(row[5], answer.path("may_manage").asString(""), who);
            assertEquals(row[6], answer.path("can_assign_role").asString(""), who);
            if (row[3].equals("true")) {
                assertEquals("true", answer.path("technical_support").asString(""), who);
            }
        }
        assertTrue(rows.size() > 30, rows.size() + " rows");
    }

    @Test
    void both_answers_are_shown_with_rules_files_and_lines() {
        book.like(KEPT);
        JsonNode answer = ask("--type TECHNICAL --subscription S-STD --user reader --at 2026-04-04");
        JsonNode facts = answer.path("facts");
        assertEquals("may create", facts.path(0).path("what").asString(""));
        assertEquals("R34", facts.path(0).path("rules").path(0).asString(""));
        assertEquals(
                "role-assignments-2026-03-21.csv", facts.path(0).path("file").asString(""));
        assertEquals(5, facts.path(0).path("line").asInt());
        assertEquals("covered", facts.path(1).path("what").asString(""));
        assertEquals("subscriptions-2026-03-21.csv", facts.path(1).path("file").asString(""));
        assertEquals(11, facts.path(1).path("line").asInt());
        String text = book.run(
                        "ask",
                        "--type",
                        "TECHNICAL",
                        "--subscription",
                        "S-STD",
                        "--user",
                        "reader",
                        "--at",
                        "2026-04-04")
                .expecting(0)
                .said();
        for (String part : List.of(
                "Not allowed: reader may only read here (NO_PERMISSION).",
                "may create",
                "no: ",
                "covered",
                "yes: ACCOUNT_PLAN")) {
            assertTrue(text.contains(part), text);
        }
    }

    @Test
    void what_is_to_be_known_beside_is_noted() throws IOException {
        book.like(KEPT);
        String table = """
                --type TECHNICAL --subscription S-STD --user classic --severity C    | CLASSIC_ROLE_RETIRED
                --type TECHNICAL --subscription S-STD --user olga --service Serch    | SERVICE_LIFECYCLE_UNKNOWN
                --type TECHNICAL --subscription S-STD --user olga --country KR       | HOLIDAY_CALENDAR_MISSING
                --type TECHNICAL --subscription S-STD --user olga                    | SEVERITY_ASSUMED
                --type TECHNICAL --subscription S-STD --user olga --at 2026-05-04    | BEYOND_RECONCILED
                --type TECHNICAL --subscription S-PRG --user owner --severity C      | NO_TARGET
                --type TECHNICAL --subscription S-STD --user olga --service Vision   | PREVIEW_TERMS
                --type TECHNICAL --subscription S-STD --user olga --topic THIRD_PARTY | THIRD_PARTY
                --type TECHNICAL --subscription S-PRO --user owner --topic HOWTOO --issue ADVISORY | TOPIC_UNKNOWN
                --type TECHNICAL --subscription S-STD --user olga --zone America/New_York | ZONE_IGNORED
                --type TECHNICAL --subscription S-STD --user olga --choice ENGLISH_NOW | NOTHING_TO_CHOOSE
                --type TECHNICAL --subscription S-NONE --user p-benefit              | PARTNER_BENEFIT
                """;
        List<String> lines = table.lines().toList();
        List<JsonNode> answers = asked(lines.stream()
                .map(line -> line.split("\\|")[0].strip())
                .map(words -> "ask " + words + (words.contains("--at") ? "" : " --at 2026-04-04"))
                .toList());
        assertEquals(lines.size(), answers.size());
        for (int i = 0; i < lines.size(); i++) {
            List<String> codes = new ArrayList<>();
            answers.get(i)
                    .path("notes")
                    .forEach(note -> codes.add(note.path("code").asString("")));
            assertTrue(codes.contains(lines.get(i).split("\\|")[1].strip()), lines.get(i) + ": " + codes);
        }
    }

    @Test
    void what_cannot_be_told_is_said_and_wrong_words_are_refused() {
        book.like(KEPT);
        Told several =
                book.run("ask", "--type", "TECHNICAL", "--subscription", "S-P").expecting(0);
        assertTrue(several.said().contains("'S-P' may mean 2 subscriptions"), several.said());
        assertTrue(several.said().contains("S-PRO  Bank"), several.said());
        Told plan = book.run("ask", "--type", "TECHNICAL", "--subscription", "P-STD")
                .expecting(0);
        assertTrue(plan.said().contains("is a support plan"), plan.said());
        Told wrong = book.run("ask", "--type", "TECHNICAL", "--severity", "D").expecting(2);
        assertTrue(wrong.said().contains("INVALID_SEVERITY"), wrong.said());
        Told language =
                book.run("ask", "--type", "TECHNICAL", "--language", "japanese").expecting(2);
        assertTrue(language.said().contains("did you mean ja (Japanese)?"), language.said());
        book.run("ask").expecting(2);
    }

    @Test
    void before_anything_is_known_it_says_so() throws IOException {
        book.empty();
        Path exports = book.folder("first");
        for (String file : List.of("billing-accounts-2026-03-21.csv", "subscriptions-2026-03-21.csv")) {
            Files.writeString(exports.resolve(file), EXPORTS.get(file));
        }
        assertEquals(
                "No subscription has 'S-STD' in its id or name.",
                ask("--type TECHNICAL --subscription S-STD").path("sentence").asString(""));
        book.run("import", exports.toString()).expecting(0);
        JsonNode early = ask("--type TECHNICAL --subscription S-STD --user olga --at 2026-04-04");
        assertTrue(early.path("decision").isNull());
        assertTrue(early.path("sentence").asString("").startsWith("Nothing was reconciled yet"));
        JsonNode free = ask("--type BILLING --subscription S-STD --user olga --at 2026-04-04");
        assertEquals("ALLOWED", free.path("decision").asString(""));
        assertEquals("ROLES_NOT_IMPORTED", free.path("may_create_reason").asString(""));
        assertEquals(
                "ROLES_NOT_IMPORTED", free.path("notes").path(0).path("code").asString(""));
        book.run("reconcile", "--as-of", "2026-04-04").expecting(0);
        JsonNode known = ask("--type TECHNICAL --subscription S-STD --user olga --at 2026-04-04 --severity C");
        assertEquals("ALLOWED", known.path("decision").asString(""));
        assertTrue(known.path("may_create").isNull());
    }
}
