package io.coverbook.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.coverbook.plan.Ruling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldRulingTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            hold                            | release | dismiss | why
            PLAN_LINK_UNKNOWN_EA            | no      | yes     | X11 P47 a plan of nobody
            PLAN_SCOPE_UNKNOWN              | no      | yes     | X11 P47 a plan of nobody
            EA_DEVELOPER_NOT_ALLOWED        | no      | yes     | X11 R73 never
            CHANNEL_NOT_ALLOWED             | yes     | yes     | X11
            UPGRADE_NOT_AVAILABLE_IN_REGION | yes     | yes     | X11
            EA_MULTIPLE_PLANS               | yes     | yes     | X11
            DUPLICATE_PLAN_ON_ACCOUNT       | yes     | yes     | X11
            LOWER_PLAN_WHILE_HIGHER_RENEWS  | yes     | yes     | X11
            UNSUPPORTED_FREQUENCY           | yes     | no      | X11 L19 only a plan is dismissed, no charge
            INDIRECT_EA_WITHOUT_PARTNER     | no      | no      | X11 ends when the partner is told
            ACCOUNT_DISABLED_AT_RENEWAL     | no      | no      | X11 ends when the account is active
            NO_PRICE                        | no      | no      | X11 ends when there is a price
            SAFETY_BOUND                    | yes     | no      | X11 B17
            """)
    void what_a_person_may_decide_about_a_hold(ChargeHold hold, String release, String dismiss, String why) {
        assertEquals(release.equals("yes"), HoldRuling.allowed(Ruling.Kind.RELEASE, hold), why);
        assertEquals(dismiss.equals("yes"), HoldRuling.allowed(Ruling.Kind.DISMISS, hold), why);
        assertFalse(HoldRuling.allowed(Ruling.Kind.APPROVE_CREDIT, hold), "X15 a credit is approved of no hold");
    }
}
