package io.coverbook.azure;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ids inside Azure's resource paths, which differ in case, in the leading slash and in escapes (O14 to O16). */
final class AzureIds {

    private static final Pattern ENROLLMENT = Pattern.compile("[0-9]+");
    private static final Pattern MODERN = Pattern.compile("[0-9a-f-]{36}:.+");
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private AzureIds() {}

    /** What stands behind a segment of a path, in small letters; null when the path has no such segment. */
    static @Nullable String behind(String path, String segment) {
        String[] parts = path.split("/", -1);
        for (int i = 0; i + 1 < parts.length; i++) {
            if (parts[i].equalsIgnoreCase(segment) && !parts[i + 1].isEmpty()) {
                return clean(parts[i + 1]);
            }
        }
        return null;
    }

    /** The billing account that an entry hangs on; null where its id has a placeholder or "default" in its place. */
    static @Nullable String account(AzureEntry entry) {
        String account = null;
        for (String name : new String[] {"id", "billingaccountid", "billingprofileid", "billingscope"}) {
            String path = entry.text(name);
            if (path != null && account == null) {
                account = behind(path, "billingAccounts");
            }
        }
        return account == null || account.equals("default") || account.indexOf('{') >= 0 ? null : account;
    }

    /** GUIDs and account names in small letters, {@code %3A} as a colon. */
    static String clean(String id) {
        String plain = id.indexOf('%') < 0 ? id : decoded(id);
        return plain.strip().toLowerCase(Locale.ROOT);
    }

    private static String decoded(String id) {
        return id.matches("(?:[^%]|%[0-9a-fA-F]{2})*")
                ? URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8)
                : id;
    }

    static boolean isGuid(String id) {
        return GUID.matcher(id).matches();
    }

    /** What a billing account is by the shape of its name alone: an enrollment, a customer agreement, or pay as you go. */
    static String agreementType(String account) {
        if (ENROLLMENT.matcher(account).matches() || account.startsWith("pcn.")) {
            return "EA";
        }
        return MODERN.matcher(account).matches() ? "MCA" : "MOSP";
    }

    /** An enrollment's number is its account's name. */
    static boolean isEnrollment(String account) {
        return ENROLLMENT.matcher(account).matches();
    }

    static String last(String path) {
        return clean(path.substring(path.lastIndexOf('/') + 1));
    }
}
