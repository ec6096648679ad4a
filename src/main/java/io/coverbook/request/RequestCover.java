package io.coverbook.request;

import io.coverbook.entitlement.Cover.Source;
import io.coverbook.request.ServiceRegister.Kind;
import io.coverbook.request.ServiceRegister.NotSupported;
import io.coverbook.request.SupportRequest.Place;
import io.coverbook.request.SupportRequest.RootCause;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is covered, whoever makes it but for what partners need (R2, R3, R13, R24 to R27, R37, R38, R44 to
 * R53; J3, J4). The first reason against it counts, in the order of J4.
 *
 * @param reason why in one code: that of the cover where it decides, INCLUDED, PARTNER_BENEFIT, or the decision's own
 * @param rules with a blank between
 * @param redirect who helps instead, if somebody does
 */
public record RequestCover(
        RequestDecision decision,
        String reason,
        String rules,
        @Nullable String redirect) {

    public static final String INCLUDED = "INCLUDED";
    public static final String PARTNER_BENEFIT = "PARTNER_BENEFIT";
    public static final String COMMUNITY_SUPPORT = "COMMUNITY_SUPPORT";

    /**
     * What a request meets.
     *
     * @param cover of the subscription that day; empty when there is no subscription (yet)
     * @param day of the request, for exceptions that end
     */
    public record Circumstances(@Nullable DayCover cover, Permission asker, ServiceRegister services, LocalDate day) {}

    public boolean covered() {
        return decision == RequestDecision.ALLOWED;
    }

    public static RequestCover decide(SupportRequest request, Circumstances on) {
        if (request.type().free()) {
            return new RequestCover(RequestDecision.ALLOWED, INCLUDED, on.cover() == null ? "R16 R32" : "R1 R16", null);
        }
        DayCover cover = on.cover();
        if (cover == null) {
            return denied(RequestDecision.NO_SUBSCRIPTION, "R32");
        }
        if (request.place() == Place.LOCAL) {
            return denied(RequestDecision.ON_PREMISES, "R52");
        }
        RootCause rootCause = request.rootCause();
        if (request.type() == RequestType.RCA && rootCause != null) {
            return rootCause(rootCause, cover, on.asker());
        }
        boolean benefit = on.asker().partnerBenefit();
        if (!cover.technical() && !benefit) {
            return notCovered(cover, on.asker().partner() ? "R2 R13 R37 X25" : "R2 R13 X25");
        }
        if (on.asker().partner() && !on.asker().administrator()) {
            return denied(RequestDecision.PARTNER_NEEDS_ADMIN_OR_OWNER, "R37 P40");
        }
        RequestCover released = released(request, on);
        if (released != null) {
            return released;
        }
        RequestCover limits = limits(request, cover, benefit, lifecycle(request, on.services()));
        if (limits != null) {
            return limits;
        }
        return benefit
                ? new RequestCover(RequestDecision.ALLOWED, PARTNER_BENEFIT, "R38 P40", null)
                : new RequestCover(RequestDecision.ALLOWED, cover.reason().name(), "R2 R13", null);
    }

    /** How far what the request is about is released: as the asker says, else as the register does. */
    public static Lifecycle lifecycle(SupportRequest request, ServiceRegister services) {
        Lifecycle said = request.lifecycle();
        return said == null
                ? services.release(request.service(), request.region()).lifecycle()
                : said;
    }

    /** Only an open technical request under a paid plan has its root cause told (R44, J3). */
    private static RequestCover rootCause(RootCause of, DayCover cover, Permission asker) {
        if (!cover.paid()) {
            return notCovered(cover, "R44 R2");
        }
        if (asker.partner() && !asker.administrator()) {
            return denied(RequestDecision.PARTNER_NEEDS_ADMIN_OR_OWNER, "R37 P40");
        }
        if (of.of() != RequestType.TECHNICAL) {
            return new RequestCover(RequestDecision.RCA_NOT_AVAILABLE, "REQUEST_NOT_TECHNICAL", "R44", null);
        }
        return of.open()
                ? new RequestCover(RequestDecision.ALLOWED, cover.reason().name(), "R44", null)
                : new RequestCover(RequestDecision.RCA_NOT_AVAILABLE, "REQUEST_CLOSED", "R44", null);
    }

    private static @Nullable RequestCover released(SupportRequest request, Circumstances on) {
        Lifecycle lifecycle = lifecycle(request, on.services());
        if (lifecycle.communityOnly()) {
            return new RequestCover(
                    RequestDecision.PRIVATE_OR_LIMITED_PREVIEW,
                    lifecycle.name(),
                    lifecycle == Lifecycle.PRIVATE_PREVIEW ? "R26 R21" : "R26 R22",
                    COMMUNITY_SUPPORT);
        }
        Kind kind = lifecycle == Lifecycle.PUBLIC_PREVIEW ? Kind.PREVIEW : Kind.GA;
        NotSupported exception = on.services().exception(request.service(), request.region(), kind, on.day());
        if (exception == null) {
            return null;
        }
        return kind == Kind.PREVIEW
                ? denied(RequestDecision.PREVIEW_EXCEPTION, "R24")
                : denied(RequestDecision.SERVICE_REGION_EXCEPTION, "R3");
    }

    /** What the tier does not reach, and what no tier does. A partner's own plan has limits that are not known here. */
    private static @Nullable RequestCover limits(
            SupportRequest request, DayCover cover, boolean benefit, Lifecycle lifecycle) {
        Topic topic = request.topic();
        if (request.issue() == Issue.ADVISORY) {
            if (!benefit && !request.issue().offered(cover.tier())) {
                return denied(RequestDecision.ADVISORY_NOT_IN_PLAN, "R46 R47");
            }
            if (lifecycle == Lifecycle.PUBLIC_PREVIEW) {
                return denied(RequestDecision.ADVISORY_OUT_OF_SCOPE, "R25");
            }
            if (topic != null && !topic.advised()) {
                return denied(RequestDecision.ADVISORY_OUT_OF_SCOPE, topic.rule());
            }
        } else if (topic != null && topic.neverDone()) {
            return denied(RequestDecision.ADVISORY_OUT_OF_SCOPE, topic.rule());
        }
        if (topic == Topic.THIRD_PARTY && !benefit && cover.source() == Source.PROGRAM) {
            return notCovered(cover, "R41");
        }
        return benefit || request.severity().within(cover.tier())
                ? null
                : denied(RequestDecision.SEVERITY_NOT_IN_PLAN, lifecycle == Lifecycle.PUBLIC_PREVIEW ? "R4 R25" : "R4");
    }

    private static RequestCover denied(RequestDecision decision, String rules) {
        return new RequestCover(decision, decision.name(), rules, null);
    }

    private static RequestCover notCovered(DayCover cover, String rules) {
        return new RequestCover(RequestDecision.NOT_COVERED, cover.reason().name(), rules, null);
    }
}
