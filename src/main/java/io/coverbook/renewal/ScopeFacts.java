package io.coverbook.renewal;

import io.coverbook.plan.Account;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.Scope;
import io.coverbook.plan.SupportPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that decides about the plans of one scope.
 *
 * @param account the scope's own account, or the billing account of the agreement (B13)
 * @param agreement the agreement of an EA scope, empty for an account
 * @param partnerEMail of the partner of an indirect agreement, empty when no export tells it (G12)
 * @param upgradeOffered whether Standard can be upgraded to Professional Direct in the agreement's country (R75)
 */
public record ScopeFacts(
        Scope scope,
        Account account,
        @Nullable Agreement agreement,
        @Nullable String partnerEMail,
        List<SupportPlan> plans,
        boolean upgradeOffered) {}
