package io.coverbook.request;

import io.coverbook.entitlement.RoleRights;
import io.coverbook.plan.Role;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a user may make a request for a subscription (R33 to R35, R37; P42, P43).
 *
 * @param mayCreate unknown when nobody was named, or no export of roles was ever read
 * @param deciding the role the answer rests on
 * @param rights of all the user's roles on the subscription together
 * @param partner whether one of them is marked as a partner's
 * @param partnerBenefit whether the partner may use its own support plan
 */
public record Permission(
        @Nullable Boolean mayCreate,
        Why why,
        @Nullable HeldRole deciding,
        RoleRights rights,
        boolean partner,
        boolean partnerBenefit) {

    private static final RoleRights NONE = RoleRights.decide(Role.READER, List.of());

    /** What the answer rests on. */
    public enum Why {
        ADMINISTRATOR("R33"),
        WRITE_PERMISSION("R34"),
        READ_ONLY("R34"),
        CUSTOM_ROLE_WITHOUT_REQUESTS("R34 P43"),
        RESOURCE_GROUP_ONLY("R34"),
        OTHER_SUBSCRIPTION("R34 P42"),
        NO_ROLE("R34"),
        NO_SUBSCRIPTION_YET("R32"),
        NOBODY_NAMED("R27"),
        ROLES_NOT_IMPORTED("R27");

        private final String rules;

        Why(String rules) {
            this.rules = rules;
        }

        /** The rules, with a blank between. */
        public String rules() {
            return rules;
        }
    }

    /** Nothing can be told, or nothing has to be: why says which. */
    public static Permission unknown(Why why) {
        return new Permission(null, why, null, NONE, false, false);
    }

    /** Before there is a subscription nobody has a role on it, and anybody who signs in may ask (R32, J5). */
    public static Permission notNeeded() {
        return new Permission(true, Why.NO_SUBSCRIPTION_YET, null, NONE, false, false);
    }

    /**
     * Decides by what the user holds on the subscription.
     *
     * @param roles all that the user has anywhere on that day
     */
    public static Permission decide(List<HeldRole> roles, String subscriptionId) {
        List<HeldRole> here =
                roles.stream().filter(role -> role.reaches(subscriptionId)).toList();
        if (here.isEmpty()) {
            return denied(roles, subscriptionId);
        }
        boolean partner = here.stream().anyMatch(HeldRole::partner);
        boolean benefit = here.stream().anyMatch(role -> role.partner() && role.partnerBenefit());
        RoleRights rights = here.stream().map(Permission::rights).reduce(NONE, Permission::both);
        HeldRole deciding = here.stream()
                .min(Comparator.<HeldRole, Boolean>comparing(
                                role -> !rights(role).mayCreate())
                        .thenComparing(role -> role.role().rank()))
                .orElseThrow();
        return new Permission(rights.mayCreate(), why(deciding), deciding, rights, partner, benefit);
    }

    /** Whether the partner's way over the customer's plan is open: administrator or Owner (R37). */
    public boolean administrator() {
        return rights.entitling();
    }

    private static Permission denied(List<HeldRole> roles, String subscriptionId) {
        HeldRole part = roles.stream()
                .filter(role -> role.reachesPartOf(subscriptionId))
                .findFirst()
                .orElse(null);
        if (part != null) {
            return new Permission(false, Why.RESOURCE_GROUP_ONLY, part, NONE, part.partner(), false);
        }
        Why why = roles.isEmpty() ? Why.NO_ROLE : Why.OTHER_SUBSCRIPTION;
        return new Permission(false, why, roles.isEmpty() ? null : roles.get(0), NONE, false, false);
    }

    private static Why why(HeldRole role) {
        return switch (role.role()) {
            case ACCOUNT_ADMIN, SERVICE_ADMIN, CO_ADMIN -> Why.ADMINISTRATOR;
            case OWNER, CONTRIBUTOR, SUPPORT_REQUEST_CONTRIBUTOR -> Why.WRITE_PERMISSION;
            case CUSTOM -> rights(role).mayCreate() ? Why.WRITE_PERMISSION : Why.CUSTOM_ROLE_WITHOUT_REQUESTS;
            case READER -> Why.READ_ONLY;
        };
    }

    private static RoleRights rights(HeldRole role) {
        return RoleRights.decide(role.role(), role.actions());
    }

    private static RoleRights both(RoleRights one, RoleRights other) {
        return new RoleRights(
                one.mayCreate() || other.mayCreate(),
                one.mayManage() || other.mayManage(),
                one.canAssign() || other.canAssign(),
                one.entitling() || other.entitling());
    }
}
