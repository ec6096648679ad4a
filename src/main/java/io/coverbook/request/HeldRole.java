package io.coverbook.request;

import io.coverbook.plan.Role;
import io.coverbook.plan.RoleScope;
import io.coverbook.plan.RoleScope.Reach;
import java.util.List;

/**
 * A role that a user has on the day of a request.
 *
 * @param below the subscriptions under a management group, as its row names them
 * @param actions what a custom role allows
 * @param partner whether the user is a partner of the customer
 * @param partnerBenefit whether that partner asks under its own partner support plan (R38)
 */
public record HeldRole(
        Role role, RoleScope scope, List<String> below, List<String> actions, boolean partner, boolean partnerBenefit) {

    /** Whether it holds on the whole subscription (R34): on itself, on a management group above it, or on all. */
    public boolean reaches(String subscriptionId) {
        return switch (scope.reach()) {
            case ROOT -> true;
            case MANAGEMENT_GROUP -> below.contains(subscriptionId);
            case SUBSCRIPTION -> subscriptionId.equals(scope.subscriptionId());
            case RESOURCE_GROUP -> false;
        };
    }

    /** Whether it holds only on a part of the subscription, which gives no right to support (R34). */
    public boolean reachesPartOf(String subscriptionId) {
        return scope.reach() == Reach.RESOURCE_GROUP && subscriptionId.equals(scope.subscriptionId());
    }
}
