package io.coverbook.secondmodel;

import io.coverbook.secondmodel.Findings.Key;
import io.coverbook.secondmodel.ModelEntitlements.Day;
import io.coverbook.secondmodel.ModelFacts.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may do what on which subscription (R33 to R35, R60, E10, reading 13). */
final class ModelUsers {

    private static final List<String> HIGHEST_FIRST = List.of(
            "ACCOUNT_ADMIN",
            "OWNER",
            "SERVICE_ADMIN",
            "CO_ADMIN",
            "CONTRIBUTOR",
            "SUPPORT_REQUEST_CONTRIBUTOR",
            "CUSTOM",
            "READER");

    private static final String WRITE = "microsoft.support/supporttickets/write";

    private final ModelWorld world;
    private final ModelEntitlements cover;

    ModelUsers(ModelWorld world) {
        this.world = world;
        this.cover = new ModelEntitlements(world);
    }

    private static boolean admin(Version role) {
        return List.of("ACCOUNT_ADMIN", "OWNER", "SERVICE_ADMIN", "CO_ADMIN").contains(role.cell("role"));
    }

    private static boolean creates(Version role) {
        return switch (role.cell("role")) {
            case "READER" -> false;
            case "CUSTOM" ->
                Arrays.stream(role.cell("actions").split(";"))
                        .map(action -> action.strip().toLowerCase(Locale.ROOT).split("\\*", -1))
                        .anyMatch(parts -> WRITE.matches(
                                Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining(".*"))));
            default -> true;
        };
    }

    /** Roles on the subscription itself or inherited from above; one on a resource group is none (R34). */
    private static boolean reaches(Version role, String subscription) {
        String scope = role.cell("scope");
        if (scope.equals("/") || scope.startsWith("/providers/Microsoft.Management/managementGroups/")) {
            return Arrays.asList(role.cell("subscription_ids").split(";")).contains(subscription);
        }
        return scope.equals(subscription) || scope.equals("/subscriptions/" + subscription);
    }

    /** The roles of a day: of the newest export by then, of the first one before it. */
    private List<Version> assigned() {
        List<Instant> exports = world.facts.roleExports();
        if (exports.isEmpty()) {
            return List.of();
        }
        Instant export = exports.stream()
                .filter(at -> !ModelFacts.day(at).isAfter(world.day))
                .reduce((a, b) -> b)
                .orElse(exports.get(0));
        return assigned(export);
    }

    private List<Version> assigned(Instant export) {
        return world.facts.history(FactKind.ROLES).values().stream()
                .map(told -> told.stream()
                        .filter(version -> !version.at().isAfter(export))
                        .reduce((a, b) -> b)
                        .orElse(null))
                .filter(role -> role != null && !role.gone())
                .toList();
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (ModelSubscription subscription : world.subscriptions.values()) {
            Day day = cover.on(subscription, world.day);
            if (day != null) {
                Map<String, List<Version>> users = new TreeMap<>();
                assigned().stream()
                        .filter(role -> reaches(role, subscription.id))
                        .forEach(role -> users.computeIfAbsent(role.cell("user"), user -> new ArrayList<>())
                                .add(role));
                users.forEach((user, roles) -> rows.add(row(user, subscription.id, roles, day)));
            }
        }
        return rows;
    }

    private static List<String> row(String user, String subscription, List<Version> roles, Day day) {
        boolean admin = roles.stream().anyMatch(ModelUsers::admin);
        boolean creates = roles.stream().anyMatch(ModelUsers::creates);
        String highest = HIGHEST_FIRST.stream()
                .filter(role -> roles.stream().anyMatch(r -> r.cell("role").equals(role)))
                .findFirst()
                .orElseThrow();
        return List.of(
                user, subscription, highest, "" + (admin && day.technical()), "" + creates, "" + creates, "" + admin);
    }

    /** COVERED_BUT_NO_REQUESTER, as of the day (G6, reading 13). */
    void requesters(Findings findings) {
        if (world.facts.roleExports().isEmpty()) {
            return;
        }
        for (ModelSubscription subscription : world.subscriptions.values()) {
            LocalDate nobody = nobodySince(subscription.id);
            if (nobody != null && technical(subscription, world.day)) {
                LocalDate covered = world.day;
                while (technical(subscription, covered.minusDays(1))) {
                    covered = covered.minusDays(1);
                }
                LocalDate first = nobody.isAfter(covered) ? nobody : covered;
                findings.state(
                        new Key("COVERED_BUT_NO_REQUESTER", "SUBSCRIPTION", subscription.id), "INFO", first, null);
            }
        }
    }

    private boolean technical(ModelSubscription subscription, LocalDate day) {
        Day found = cover.on(subscription, day);
        return found != null && found.technical();
    }

    /** The first export of roles since which nobody could create a request; null when somebody can. */
    private @Nullable LocalDate nobodySince(String subscription) {
        LocalDate since = null;
        for (Instant export : world.facts.roleExports()) {
            boolean somebody = assigned(export).stream().anyMatch(role -> creates(role) && reaches(role, subscription));
            LocalDate day = ModelFacts.day(export);
            since = somebody ? null : since == null ? day : since;
        }
        return since;
    }
}
