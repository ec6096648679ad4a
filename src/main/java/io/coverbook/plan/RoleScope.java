package io.coverbook.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a role was assigned (CONTRACT 2.4).
 *
 * @param path the one form of its several spellings, by which roles are told apart
 * @param subscriptionId the subscription it names, empty for a management group and for {@code /}
 * @param written as the export wrote it, which is how people look for it (DECISIONS G3)
 */
public record RoleScope(Reach reach, String path, @Nullable String subscriptionId, String written) {

    private static final String SUBSCRIPTIONS = "/subscriptions/";
    private static final String RESOURCE_GROUPS = "/resourceGroups/";
    private static final String MANAGEMENT_GROUPS = "/providers/Microsoft.Management/managementGroups/";

    /** How far a role reaches. */
    public enum Reach {
        /** At the root: every subscription there is. */
        ROOT,
        /** The subscriptions below it, which the row names, for nothing else tells them. */
        MANAGEMENT_GROUP,
        SUBSCRIPTION,
        /** Less than a subscription, which gives no right to support (R34). */
        RESOURCE_GROUP
    }

    /** Reads a scope; null when it has none of the forms of the contract. Azure's own words may have any case. */
    public static @Nullable RoleScope of(String written) {
        if (written.equals("/")) {
            return new RoleScope(Reach.ROOT, "/", null, written);
        }
        String text = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
        if (text.indexOf('/') < 0) {
            return text.isEmpty() ? null : subscription(text, written);
        }
        if (begins(text, MANAGEMENT_GROUPS)) {
            String name = text.substring(MANAGEMENT_GROUPS.length());
            String path = MANAGEMENT_GROUPS + name.toLowerCase(Locale.ROOT);
            return name.isEmpty() || name.indexOf('/') >= 0
                    ? null
                    : new RoleScope(Reach.MANAGEMENT_GROUP, path, null, written);
        }
        return begins(text, SUBSCRIPTIONS) ? below(text.substring(SUBSCRIPTIONS.length()), written) : null;
    }

    private static @Nullable RoleScope below(String text, String written) {
        int end = text.indexOf('/');
        if (end < 0) {
            return text.isEmpty() ? null : subscription(text, written);
        }
        String id = text.substring(0, end);
        String rest = text.substring(end);
        if (id.isEmpty() || !begins(rest, RESOURCE_GROUPS) || rest.length() == RESOURCE_GROUPS.length()) {
            return null;
        }
        String group = rest.substring(RESOURCE_GROUPS.length()).toLowerCase(Locale.ROOT);
        return new RoleScope(Reach.RESOURCE_GROUP, SUBSCRIPTIONS + id + RESOURCE_GROUPS + group, id, written);
    }

    private static RoleScope subscription(String id, String written) {
        return new RoleScope(Reach.SUBSCRIPTION, SUBSCRIPTIONS + id, id, written);
    }

    private static boolean begins(String text, String with) {
        return text.regionMatches(true, 0, with, 0, with.length());
    }
}
