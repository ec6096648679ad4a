package io.coverbook.entitlement;

import io.coverbook.plan.Role;
import java.util.List;
import java.util.Locale;

/**
 * Decides what a role on a subscription allows (R33 to R35, R60; DECISIONS E10).
 *
 * @param mayCreate to make support requests
 * @param mayManage to follow and change them
 * @param canAssign to give others the role that makes requests
 * @param entitling to the support of the plan that covers the subscription; the others only help to use it
 */
public record RoleRights(boolean mayCreate, boolean mayManage, boolean canAssign, boolean entitling) {

    private static final RoleRights ADMINISTRATOR = new RoleRights(true, true, true, true);
    private static final RoleRights WRITER = new RoleRights(true, true, false, false);
    private static final RoleRights READER = new RoleRights(false, false, false, false);

    /** What an action must allow for a request to be made. */
    private static final String WRITE = "microsoft.support/supporttickets/write";

    /**
     * The rights of a role.
     *
     * @param actions what a custom role allows; of the others that is known
     */
    public static RoleRights decide(Role role, List<String> actions) {
        return switch (role) {
            case ACCOUNT_ADMIN, OWNER, SERVICE_ADMIN, CO_ADMIN -> ADMINISTRATOR;
            case CONTRIBUTOR, SUPPORT_REQUEST_CONTRIBUTOR -> WRITER;
            case CUSTOM -> actions.stream().anyMatch(RoleRights::allowsRequests) ? WRITER : READER;
            case READER -> READER;
        };
    }

    /** {@code *}, {@code Microsoft.Support/*} and all others whose star, which stands for anything, takes the action in. */
    private static boolean allowsRequests(String action) {
        String[] parts = action.toLowerCase(Locale.ROOT).split("\\*", -1);
        String last = parts[parts.length - 1];
        if (parts.length == 1) {
            return last.equals(WRITE);
        }
        if (!WRITE.startsWith(parts[0]) || !WRITE.endsWith(last)) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = WRITE.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return at <= WRITE.length() - last.length();
    }
}
