package io.coverbook.ingest;

import io.coverbook.plan.Role;
import io.coverbook.plan.RoleScope;
import io.coverbook.plan.RoleScope.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a role-assignments export (CONTRACT 2.4). */
final class RoleColumns implements RowReader {

    private static final long KIND = 5;

    private static final Spellings<Role> ROLES = Spellings.of(
            Role.class,
            "ACCOUNT_ADMIN: AccountAdministrator; SERVICE_ADMIN: ServiceAdministrator; CO_ADMIN: CoAdministrator;"
                    + " CUSTOM: CustomRole");

    private final Column user;
    private final Column role;
    private final Column scope;
    private final Column subscriptionIds;
    private final Column actions;
    private final Column isPartner;
    private final Column partnerBenefit;

    RoleColumns(Header header) {
        user = header.column("user");
        role = header.column("role");
        scope = header.column("scope");
        subscriptionIds = header.column("subscription_ids");
        actions = header.column("actions");
        isPartner = header.column("is_partner");
        partnerBenefit = header.column("partner_benefit");
    }

    @Override
    public ExportRow row(Cells cells) {
        cells.beginFingerprint(KIND);
        String holder = cells.name(user);
        Role held = cells.requiredChoice(role, ROLES, Role.READER);
        RoleScope where = cells.roleScope(scope);
        List<String> below = cells.ids(subscriptionIds);
        List<String> may = cells.entries(actions);
        boolean partner = cells.truth(isPartner);
        boolean benefit = cells.truth(partnerBenefit);
        return new RoleRow(
                cells.line(),
                cells.fingerprint(),
                holder,
                held,
                where,
                reached(cells, where, below),
                may,
                partner,
                benefit);
    }

    private List<String> reached(Cells cells, RoleScope where, List<String> below) {
        String own = where.subscriptionId();
        if (own != null && !below.isEmpty() && !below.equals(List.of(own))) {
            cells.fault(
                    subscriptionIds,
                    RejectCode.R15_INCONSISTENT,
                    "the scope is in subscription " + own + ", but subscription_ids names others; only the row of a"
                            + " management group lists subscriptions");
        }
        return reached(where.reach(), own, below);
    }

    /** The root reaches all, so that a list adds nothing; a resource group reaches none (R34). */
    private static List<String> reached(Reach reach, @Nullable String own, List<String> below) {
        return switch (reach) {
            case MANAGEMENT_GROUP -> below;
            case SUBSCRIPTION -> own == null ? List.of() : List.of(own);
            case ROOT, RESOURCE_GROUP -> List.of();
        };
    }
}
