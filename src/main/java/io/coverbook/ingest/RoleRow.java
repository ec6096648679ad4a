package io.coverbook.ingest;

import io.coverbook.plan.Role;
import io.coverbook.plan.RoleScope;
import java.util.List;

/**
 * A line of a role-assignments export (CONTRACT 2.4), its defaults filled in.
 *
 * @param subscriptionIds the subscriptions it reaches as far as the row names them, each once, in order: those below a
 *     management group, else the one that is the scope
 * @param actions what a custom role may do, as written
 */
public record RoleRow(
        int line,
        long fingerprint,
        String user,
        Role role,
        RoleScope scope,
        List<String> subscriptionIds,
        List<String> actions,
        boolean isPartner,
        boolean partnerBenefit)
        implements ExportRow {}
