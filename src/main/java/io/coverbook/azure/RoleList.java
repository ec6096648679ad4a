package io.coverbook.azure;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Role assignments of ARM and classic administrators, in the words of CONTRACT 2.4 (FORMATS 4). */
final class RoleList {

    /** Roles are told by their GUIDs: their names are translated and change. */
    private static final Map<String, String> BUILT_IN = Map.of(
            "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "OWNER",
            "b24988ac-6180-42a0-ab88-20f7382dd24c", "CONTRIBUTOR",
            "cfd33db0-3dd1-45e3-aa9d-cdbdf3b6f24e", "SUPPORT_REQUEST_CONTRIBUTOR",
            "acdd72a7-3385-48ef-bd42-f606fba81ae7", "READER",
            "fa23ad8b-c56e-40d8-ac0c-ce449e1d2c64", "READER");

    private static final Map<String, String> CLASSIC = Map.of(
            "serviceadministrator", "SERVICE_ADMIN",
            "accountadministrator", "ACCOUNT_ADMIN",
            "coadministrator", "CO_ADMIN");

    private static final Map<String, String> BY_NAME = Map.of(
            "owner", "OWNER",
            "contributor", "CONTRIBUTOR",
            "support request contributor", "SUPPORT_REQUEST_CONTRIBUTOR",
            "reader", "READER",
            "billing reader", "READER");

    private static final Set<String> CLASSIC_ID = Set.of("na(classic admin role)");
    private static final String MANAGEMENT_GROUP = "/providers/microsoft.management/managementgroups/";

    private RoleList() {}

    static void take(AzureEntry entry, AzureSink sink) {
        String definition = entry.or("roledefinitionid");
        String classic = entry.text("role");
        boolean old = CLASSIC_ID.contains(definition.toLowerCase(Locale.ROOT)) || entry.knows("emailaddress");
        if (old) {
            classic(entry, classic == null ? entry.or("roledefinitionname") : classic, sink);
        } else {
            assignment(entry, definition, sink);
        }
    }

    /** Two roles in one field are two rows (O24). */
    private static void classic(AzureEntry entry, String roles, AzureSink sink) {
        String user = entry.text("emailaddress", "principalname", "principalid");
        String scope = scope(entry);
        for (String role : roles.split(";", -1)) {
            EntryTeller teller = new EntryTeller(entry, sink);
            String known = CLASSIC.get(role.strip().toLowerCase(Locale.ROOT));
            if (known == null) {
                teller.note(AzureNote.UNKNOWN_VALUE, "role '" + role.strip() + "'");
                continue;
            }
            row(teller, user, known, scope);
        }
    }

    private static void assignment(AzureEntry entry, String definition, AzureSink sink) {
        EntryTeller teller = new EntryTeller(entry, sink);
        String user = entry.text("principalname", "signinname", "principalid", "objectid");
        String name = entry.text("roledefinitionname");
        String id = definition.isEmpty() ? "" : AzureIds.last(definition);
        String role = BUILT_IN.get(id);
        if (role == null && id.isEmpty() && name != null) {
            role = BY_NAME.get(name.toLowerCase(Locale.ROOT));
        }
        if (entry.or("principaltype", "objecttype").toLowerCase(Locale.ROOT).contains("group")) {
            teller.note(AzureNote.NOT_EXPORTED, "the members of group " + user);
        }
        if (role == null) {
            // Else what the role allows is known from a list of role definitions, or it is not known.
            teller.sayIf("actions", SupportRoles.actions(id));
        }
        String scope = scope(entry);
        if (scope != null && scope.toLowerCase(Locale.ROOT).startsWith(MANAGEMENT_GROUP)) {
            below(teller, definition);
        }
        row(teller, user, role == null ? "CUSTOM" : role, scope, role == null ? id : "");
    }

    /** The list was made for a subscription, which the role's own path names: at least that one is below the group. */
    private static void below(EntryTeller teller, String definition) {
        String listed = AzureIds.behind(definition, "subscriptions");
        if (listed == null) {
            teller.note(AzureNote.NOT_EXPORTED, "the subscriptions below a management group");
        } else {
            teller.otherwise("subscription_ids", listed);
        }
    }

    private static void row(EntryTeller teller, @Nullable String user, String role, @Nullable String scope) {
        row(teller, user, role, scope, "");
    }

    private static void row(
            EntryTeller teller, @Nullable String user, String role, @Nullable String scope, String definition) {
        if (user == null || scope == null) {
            teller.fault(
                    AzureFault.Kind.REQUIRED,
                    user == null ? "principalId" : "scope",
                    "",
                    "the entry does not say " + (user == null ? "who" : "where") + "; export the list again");
            return;
        }
        String path = whole(scope);
        teller.say("user", user).say("role", role).say("scope", path);
        teller.done(definition + " " + path.toLowerCase(Locale.ROOT), !role.equals("CUSTOM") && !group(path));
    }

    private static boolean group(String scope) {
        return scope.toLowerCase(Locale.ROOT).startsWith(MANAGEMENT_GROUP);
    }

    private static @Nullable String scope(AzureEntry entry) {
        String scope = entry.text("scope");
        if (scope != null) {
            return scope;
        }
        String id = entry.or("id");
        int at = id.toLowerCase(Locale.ROOT).indexOf("/providers/microsoft.authorization/");
        return at < 0 ? null : at == 0 ? "/" : id.substring(0, at);
    }

    /** A role on a single resource reaches no further than one on its group, and subscriptions are in small letters. */
    private static String whole(String scope) {
        String subscription = AzureIds.behind(scope, "subscriptions");
        if (subscription == null) {
            return scope;
        }
        String group = AzureIds.behind(scope, "resourceGroups");
        if (group != null) {
            return "/subscriptions/" + subscription + "/resourceGroups/" + group;
        }
        String[] parts = scope.split("/", -1);
        return "/subscriptions/" + subscription + (parts.length > 3 ? "/resourceGroups/-" : "");
    }
}
