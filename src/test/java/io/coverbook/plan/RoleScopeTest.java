package io.coverbook.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleScopeTest {

    /** A path is read as how far it reaches and the subscription it names. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            written                                              | read                 | why
            /                                                    | ROOT                 | CONTRACT 2.4
            S-1                                                  | SUBSCRIPTION S-1     | CONTRACT 2.4 the id alone
            S-1/                                                 | SUBSCRIPTION S-1     | a slash at the end says nothing
            /subscriptions/S-1/                                  | SUBSCRIPTION S-1     | a slash at the end says nothing
            /SUBSCRIPTIONS/S-1/RESOURCEGROUPS/Rg                 | RESOURCE_GROUP S-1   | R34 Azure's words have any case
            /providers/Microsoft.Management/managementGroups/M1/ | MANAGEMENT_GROUP     | CONTRACT 2.4
            /providers/Microsoft.Management/managementGroups//M1 |                      | a group without a name
            /providers/Microsoft.Management/managementGroups/a/b |                      | nothing is below a group
            /subscriptions//resourceGroups/rg                    |                      | R34 a subscription without an id: least of all a whole one
            /subscriptions/S-1/resourceGroups/                   |                      | a resource group without a name
            /subscriptions/                                      |                      | no id
            //                                                   |                      | no id
            /tenants/T-1                                         |                      | none of the forms
            """)
    void a_scope_is_read(String written, String read, String why) {
        RoleScope scope = RoleScope.of(written);
        String said = scope == null
                ? null
                : scope.reach() + (scope.subscriptionId() == null ? "" : " " + scope.subscriptionId());
        assertEquals(read, said, why);
    }
}
