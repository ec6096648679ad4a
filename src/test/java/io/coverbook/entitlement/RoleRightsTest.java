package io.coverbook.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.plan.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleRightsTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            role                        | actions                                | create | manage | assign | entitled | why
            ACCOUNT_ADMIN               |                                        | yes    | yes    | yes    | yes      | E67, R33, R60
            SERVICE_ADMIN               |                                        | yes    | yes    | yes    | yes      | E67, R33, P43, R60
            CO_ADMIN                    |                                        | yes    | yes    | yes    | yes      | E67, R33, R60
            OWNER                       |                                        | yes    | yes    | yes    | yes      | E67, R34, R60
            CONTRIBUTOR                 |                                        | yes    | yes    | no     | no       | E67, R34
            SUPPORT_REQUEST_CONTRIBUTOR |                                        | yes    | yes    | no     | no       | E67, R34
            CUSTOM                      | Microsoft.Support/*                    | yes    | yes    | no     | no       | E67, R34, P43
            CUSTOM                      | *                                      | yes    | yes    | no     | no       | R34
            CUSTOM                      | microsoft.support/SUPPORTTICKETS/write | yes    | yes    | no     | no       | Azure's actions have any case
            CUSTOM                      | Microsoft.Support/supportTickets/*     | yes    | yes    | no     | no       | a star stands for anything
            CUSTOM                      | */write                                | yes    | yes    | no     | no       | a star stands for anything
            CUSTOM                      | Microsoft.*/*/write                    | yes    | yes    | no     | no       | two stars
            CUSTOM                      | *Microsoft.Support/*                    | yes    | yes    | no     | no       | a star may stand for nothing
            CUSTOM                      | *supportTickets*/write                  | yes    | yes    | no     | no       | nor need there be anything between the words
            CUSTOM                      | *tickets*support*                       | no     | no     | no     | no       | the words stand in their order
            CUSTOM                      | Microsoft.*/virtualMachines/*           | no     | no     | no     | no       | R34 another service's word between stars
            CUSTOM                      | */read;Microsoft.Support/*             | yes    | yes    | no     | no       | one of several
            CUSTOM                      | */read                                 | no     | no     | no     | no       | R34 reading is not writing
            CUSTOM                      | Microsoft.Support/*/read               | no     | no     | no     | no       | R34 reading is not writing
            CUSTOM                      | Microsoft.Support/supportTickets/read  | no     | no     | no     | no       | R34 reading is not writing
            CUSTOM                      | Microsoft.Compute/*                    | no     | no     | no     | no       | another service
            CUSTOM                      | Microsoft.Support                      | no     | no     | no     | no       | no action
            CUSTOM                      | microsoft.support/supporttickets/write*write | no | no     | no     | no       | beginning and end may not overlap
            CUSTOM                      |                                        | no     | no     | no     | no       | nothing is allowed
            READER                      |                                        | no     | no     | no     | no       | E67, R34, P43
            READER                      | *                                      | no     | no     | no     | no       | actions count for custom roles
            """)
    void a_role_allows(
            Role role, String actions, String create, String manage, String assign, String entitled, String why) {
        RoleRights rights = RoleRights.decide(role, actions == null ? List.of() : List.of(actions.split(";")));
        assertEquals(
                String.join(" ", create, manage, assign, entitled),
                Stream.of(rights.mayCreate(), rights.mayManage(), rights.canAssign(), rights.entitling())
                        .map(yes -> yes ? "yes" : "no")
                        .collect(Collectors.joining(" ")),
                why);
    }

    /** The highest of a user's roles is the first in this order (E10). */
    @Test
    void roles_stand_in_their_order() {
        assertEquals(
                "ACCOUNT_ADMIN OWNER SERVICE_ADMIN CO_ADMIN CONTRIBUTOR SUPPORT_REQUEST_CONTRIBUTOR CUSTOM READER",
                Arrays.stream(Role.values())
                        .sorted(Comparator.comparing(Role::rank))
                        .map(Role::name)
                        .collect(Collectors.joining(" ")));
        assertEquals(
                "SERVICE_ADMIN CO_ADMIN",
                Arrays.stream(Role.values())
                        .filter(Role::retired)
                        .map(Role::name)
                        .collect(Collectors.joining(" ")));
    }
}
