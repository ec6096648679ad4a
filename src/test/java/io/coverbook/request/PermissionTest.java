package io.coverbook.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.plan.Role;
import io.coverbook.plan.RoleScope;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a user may make a request for S1. A role is written ROLE@scope, a custom role's action after a tilde. */
class PermissionTest {

    private static final String GROUP = "/providers/Microsoft.Management/managementGroups/MG1";

    private static HeldRole role(String text) {
        String[] sides = text.strip().split("[@~]", -1);
        boolean custom = sides[0].equals("CUSTOM");
        String where = sides[1].equals("group") || sides[1].equals("other-group") ? GROUP : sides[1];
        return new HeldRole(
                Role.valueOf(sides[0].replace("PARTNER-", "").replace("BENEFIT-", "")),
                Objects.requireNonNull(RoleScope.of(where)),
                switch (sides[1]) {
                    case "group" -> List.of("S1", "S2");
                    case "other-group" -> List.of("S2");
                    default -> List.of();
                },
                custom ? List.of(sides[2]) : List.of(),
                sides[0].contains("PARTNER-") || sides[0].contains("BENEFIT-"),
                sides[0].contains("BENEFIT-"));
    }

    private static Permission decide(String roles) {
        List<HeldRole> held = roles == null
                ? List.of()
                : Arrays.stream(roles.split(",")).map(PermissionTest::role).toList();
        return Permission.decide(held, "S1");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            roles                                        | create | manage | assign | answer                       | why
            ACCOUNT_ADMIN@S1                             | true   | true   | true   | ADMINISTRATOR                | E67, R33, R35
            SERVICE_ADMIN@S1                             | true   | true   | true   | ADMINISTRATOR                | E67, R33, P43
            CO_ADMIN@S1                                  | true   | true   | true   | ADMINISTRATOR                | E67, R33, P43
            OWNER@/subscriptions/S1                      | true   | true   | true   | WRITE_PERMISSION             | E67, R34, R35
            CONTRIBUTOR@S1                               | true   | true   | false  | WRITE_PERMISSION             | E67, R34
            SUPPORT_REQUEST_CONTRIBUTOR@S1               | true   | true   | false  | WRITE_PERMISSION             | E67, R34
            CUSTOM@S1~Microsoft.Support/*                | true   | true   | false  | WRITE_PERMISSION             | E67, R34, P43
            CUSTOM@S1~Microsoft.Compute/*                | false  | false  | false  | CUSTOM_ROLE_WITHOUT_REQUESTS | R34, P43
            READER@S1                                    | false  | false  | false  | READ_ONLY                    | E67, R34
            OWNER@S2                                     | false  | false  | false  | OTHER_SUBSCRIPTION           | E67, P42
            OWNER@/subscriptions/S1/resourceGroups/rg    | false  | false  | false  | RESOURCE_GROUP_ONLY          | R34
            OWNER@/subscriptions/S2/resourceGroups/rg    | false  | false  | false  | OTHER_SUBSCRIPTION           | R34
            OWNER@group                                  | true   | true   | true   | WRITE_PERMISSION             | R34: inherited
            OWNER@other-group                            | false  | false  | false  | OTHER_SUBSCRIPTION           | R34
            CONTRIBUTOR@/                                | true   | true   | false  | WRITE_PERMISSION             | R34: inherited from the root
                                                         | false  | false  | false  | NO_ROLE                      | R34
            READER@S1,SUPPORT_REQUEST_CONTRIBUTOR@S1     | true   | true   | false  | WRITE_PERMISSION             | R34: one that allows is enough
            READER@/,OWNER@S1                            | true   | true   | true   | WRITE_PERMISSION             | R34
            READER@S1,OWNER@S2                           | false  | false  | false  | READ_ONLY                    | P42: elsewhere does not count
            CUSTOM@S1~*/read,CUSTOM@/~*                  | true   | true   | false  | WRITE_PERMISSION             | P43
            OWNER@S2,READER@/subscriptions/S1/resourceGroups/rg | false | false | false | RESOURCE_GROUP_ONLY      | R34
            """)
    void who_may_ask(String roles, boolean create, boolean manage, boolean assign, Permission.Why answer, String why) {
        Permission permission = decide(roles);
        assertEquals(create, permission.mayCreate(), why);
        assertEquals(manage, permission.rights().mayManage(), why);
        assertEquals(assign, permission.rights().canAssign(), why);
        assertEquals(answer, permission.why(), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            roles                              | partner | benefit | administrator | why
            OWNER@S1                           | false   | false   | true          | R37
            PARTNER-OWNER@S1                   | true    | false   | true          | R37
            PARTNER-CONTRIBUTOR@S1             | true    | false   | false         | R37, P40
            BENEFIT-OWNER@S1                   | true    | true    | true          | R38
            PARTNER-CONTRIBUTOR@S1,OWNER@group | true    | false   | true          | R37: any of them
            BENEFIT-OWNER@S2,OWNER@S1          | false   | false   | true          | P42: elsewhere does not count
            """)
    void partners(String roles, boolean partner, boolean benefit, boolean administrator, String why) {
        Permission permission = decide(roles);
        assertEquals(partner, permission.partner(), why);
        assertEquals(benefit, permission.partnerBenefit(), why);
        assertEquals(administrator, permission.administrator(), why);
    }

    @Test
    void the_role_that_decides_is_the_highest_that_allows() {
        assertEquals(
                Role.OWNER,
                decide("CONTRIBUTOR@S1,OWNER@group,READER@/").deciding().role());
        assertEquals(Role.CUSTOM, decide("READER@/,CUSTOM@S1~*").deciding().role());
        assertEquals(
                "/subscriptions/S1/resourceGroups/rg",
                decide("OWNER@/subscriptions/S1/resourceGroups/rg")
                        .deciding()
                        .scope()
                        .written());
    }

    @Test
    void before_a_subscription_everybody_may_ask_and_what_is_not_known_is_said_so() {
        assertTrue(Permission.notNeeded().mayCreate());
        assertEquals("R32", Permission.notNeeded().why().rules());
        assertNull(Permission.unknown(Permission.Why.NOBODY_NAMED).mayCreate());
        assertFalse(Permission.unknown(Permission.Why.ROLES_NOT_IMPORTED).administrator());
    }
}
