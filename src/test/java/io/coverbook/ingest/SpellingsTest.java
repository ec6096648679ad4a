package io.coverbook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.plan.Tier;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingsTest {

    @TempDir
    Path folder;

    /** The spellings of the contract, of the APIs and of people, told apart by what the row becomes. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            column                | cell                         | becomes                              | why
            agreement_type        | MicrosoftOnlineServicesProgram | agreementType=MOSP                 | CONTRACT 2
            agreement_type        | EnterpriseAgreement          | agreementType=EA                     | CONTRACT 2
            agreement_type        | MicrosoftPartnerAgreement    | agreementType=MPA                    | CONTRACT 2
            agreement_type        | mca                          | agreementType=MCA                    | case
            status                | UnderReview                  | status=ACTIVE                        | FORMATS 10.9
            status                | Deleted                      | status=CLOSED                        | FORMATS 10.9
            payment_method        | CreditCard                   | paymentMethod=CARD                   | CONTRACT 2
            payment_method        | DirectDebit                  | paymentMethod=CARD                   | FORMATS 10.9
            payment_method        | CheckWire                    | paymentMethod=WIRE                   | FORMATS 10.9
            payment_method_status | inactive                     | paymentMethodStatus=INACTIVE         | Azure writes small letters
            program               | startups                     | program=STARTUPS                     | a Turkish small i is none of ours
            product_category      | UsageBased                   | productCategory=USAGE_BASED          | CONTRACT 2
            product_category      | ReservationOrder             | productCategory=OTHER                | FORMATS 10.2
            state                 | PastDue                      | state=PAST_DUE                       | FORMATS 10.2
            state                 | Enabled                      | state=ACTIVE                         | FORMATS 10.2
            state                 | Canceled                     | state=EXPIRED                        | O13
            plan_tier             | Pro-Direct                   | tier=PROFESSIONAL_DIRECT             | C128
            plan_tier             | Professional Direct          | tier=PROFESSIONAL_DIRECT             | C128
            plan_tier             | professional-direct          | tier=PROFESSIONAL_DIRECT             | C128
            channel               | MS Seller                    | channel=MS_SELLER                    | blanks
            auto_renew            | Off                          | autoRenew=false                      | the API's spelling
            auto_renew            | False                        | autoRenew=false                      | the API's autoRenewEnabled
            cancel_channel        | SupportRequest               | cancelChannel=SUPPORT_REQUEST        | signs
            relationship          | EaIndirect                   | relationship=INDIRECT                | the API's channel
            support_level         | Pro-Direct                   | supportLevel=PROFESSIONAL_DIRECT     | FORMATS 3.1
            order_status          | canceled                     | orderStatus=CANCELLED                | O13
            role                  | CoAdministrator              | role=CO_ADMIN                        | O24 classic administrators
            role                  | Support Request Contributor  | role=SUPPORT_REQUEST_CONTRIBUTOR     | the built-in role's name
            is_partner            | Yes                          | isPartner=true                       | people write yes
            result                | succeeded                    | result=SUCCESS                       | the API's spelling
            """)
    void a_code_may_be_spelled_in_many_ways(String column, String cell, String becomes, String why) {
        Outcome outcome = Outcome.of(folder, "export.csv", rowWith(column, cell));
        assertTrue(outcome.only().toString().contains(becomes), () -> why + ": " + outcome.rows);
        assertEquals("good 1 W10_CASE", outcome.toString().replace(" W03_COLUMN_ORDER", ""), why);
    }

    private static String rowWith(String column, String cell) {
        if (KindContract.of(ExportKind.BILLING_ACCOUNTS).columns().contains(column) && !column.equals("display_name")) {
            return column.equals("agreement_type")
                    ? "billing_account_id,country,currency,agreement_type\nBA-1,SE,SEK," + cell + "\n"
                    : "billing_account_id,agreement_type,country,currency," + column + "\nBA-1,MCA,SE,SEK," + cell
                            + "\n";
        }
        if (KindContract.of(ExportKind.ENTERPRISE_AGREEMENTS).columns().contains(column)
                && !column.equals("cancel_channel")) {
            return "ea_id,billing_account_id,status,start_date,end_date," + column
                    + "\nEA-1,BA-1,ACTIVE,2026-01-01,2026-12-31," + cell + "\n";
        }
        if (column.equals("role") || column.equals("is_partner")) {
            return column.equals("role")
                    ? "user,scope,role\nann,S-1," + cell + "\n"
                    : "user,role,scope,is_partner\nann,OWNER,S-1," + cell + "\n";
        }
        if (column.equals("result")) {
            return "plan_id,at,result\nPL-1,2026-04-06T12:00:00Z," + cell + "\n";
        }
        if (column.equals("product_category") || column.equals("state")) {
            return "subscription_id,billing_account_id," + column + "\nS-1,BA-1," + cell + "\n";
        }
        String plan = "subscription_id,billing_account_id,product_category,plan_tier,channel,purchased_at,auto_renew,"
                + "cancel_channel\nPL-1,BA-1,AZURE_SUPPORT,STANDARD,MCA,2026-01-31T08:15:00Z,ON,PARTNER\n";
        String good = plan.lines()
                .toList()
                .get(1)
                .split(",", -1)[
                List.of(plan.lines().toList().get(0).split(",", -1)).indexOf(column)];
        return plan.replace("," + good, "," + cell);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            cell       | says                                | why
            PRODIREKT  | did you mean PROFESSIONAL_DIRECT?   | one letter
            Standrad   | did you mean STANDARD?              | two letters swapped
            GOLD       | write one of DEVELOPER, STANDARD    | nothing near
            UNIFEID    | did you mean UNIFIED?               | two letters swapped
            """)
    void an_unknown_code_names_the_nearest_good_one(String cell, String says, String why) {
        String message =
                Spellings.of(Tier.class, "PROFESSIONAL_DIRECT: Pro-Direct").unknown("plan_tier", cell);
        assertTrue(message.contains(says) && message.contains("'" + cell + "'"), () -> why + ": " + message);
    }

    @Test
    void one_word_cannot_stand_for_two_values() {
        assertThrows(
                IllegalArgumentException.class, () -> Spellings.of(Tier.class, "STANDARD: Basic; DEVELOPER: basic"));
    }
}
