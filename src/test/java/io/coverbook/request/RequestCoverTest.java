package io.coverbook.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.entitlement.Cover.Source;
import io.coverbook.entitlement.CoverReason;
import io.coverbook.entitlement.SupportTier;
import io.coverbook.plan.Role;
import io.coverbook.plan.RoleScope;
import io.coverbook.request.RequestCover.Circumstances;
import io.coverbook.request.ServiceRegister.Kind;
import io.coverbook.request.ServiceRegister.NotSupported;
import io.coverbook.request.SupportRequest.Place;
import io.coverbook.request.SupportRequest.RootCause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a request is covered. The tier LAPSED is a plan that has ended, NONE no subscription at all. */
class RequestCoverTest {

    private static final LocalDate DAY = LocalDate.parse("2026-04-08");

    private static ServiceRegister register() {
        ServiceRegister register = new ServiceRegister();
        register.released("Ga", "", Lifecycle.GA);
        register.released("Pub", "", Lifecycle.PUBLIC_PREVIEW);
        register.released("Pubx", "", Lifecycle.PUBLIC_PREVIEW);
        register.released("Priv", "", Lifecycle.PRIVATE_PREVIEW);
        register.released("Lim", "", Lifecycle.LIMITED_PREVIEW);
        register.exception(new NotSupported("Ga", "north", Kind.GA, LocalDate.parse("2026-01-01"), null));
        register.exception(new NotSupported("Pubx", "", Kind.PREVIEW, LocalDate.parse("2026-01-01"), DAY));
        register.exception(new NotSupported("Pub", "", Kind.PREVIEW, LocalDate.parse("2026-01-01"), DAY.minusDays(1)));
        register.exception(new NotSupported("Ga", "", Kind.PREVIEW, LocalDate.parse("2026-01-01"), null));
        return register;
    }

    private static DayCover cover(String tier) {
        return switch (tier) {
            case "NONE" -> null;
            case "BASIC" -> new DayCover(SupportTier.BASIC, Source.NONE, false, CoverReason.ACCOUNT_NO_PLAN, null);
            case "LAPSED" -> new DayCover(SupportTier.BASIC, Source.NONE, false, CoverReason.PLAN_ENDED, null);
            case "DISABLED" ->
                new DayCover(SupportTier.STANDARD, Source.PLAN, false, CoverReason.SUBSCRIPTION_NOT_ACTIVE, "P");
            case "PROGRAM" ->
                new DayCover(SupportTier.LIMITED_PROGRAM, Source.PROGRAM, true, CoverReason.PROGRAM_BENEFIT, null);
            case "TEMPORARY" ->
                new DayCover(SupportTier.STANDARD, Source.TEMPORARY, true, CoverReason.TEMPORARY_ORDER, null);
            default -> new DayCover(SupportTier.valueOf(tier), Source.PLAN, true, CoverReason.ACCOUNT_PLAN, "P");
        };
    }

    private static Permission asker(String who) {
        Role role = who.contains("contributor") ? Role.CONTRIBUTOR : Role.OWNER;
        RoleScope scope = RoleScope.of("S1");
        HeldRole held =
                new HeldRole(role, scope, List.of(), List.of(), who.contains("partner"), who.contains("benefit"));
        return Permission.decide(List.of(held), "S1");
    }

    private static RequestCover decide(SupportRequest request, String tier, String who) {
        return RequestCover.decide(request, new Circumstances(cover(tier), asker(who), register(), DAY));
    }

    private static SupportRequest technical(
            Issue issue, Severity severity, Topic topic, String service, String region) {
        return new SupportRequest(
                RequestType.TECHNICAL,
                severity,
                issue,
                topic,
                Place.AZURE,
                service,
                region,
                null,
                null,
                Instant.parse("2026-04-08T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            tier                | severity | decision             | reason                  | why
            BASIC               | C        | NOT_COVERED          | ACCOUNT_NO_PLAN         | E67, R2, R13: technical support needs a plan
            LAPSED              | C        | NOT_COVERED          | PLAN_ENDED              | R2
            DISABLED            | C        | NOT_COVERED          | SUBSCRIPTION_NOT_ACTIVE | P35
            NONE                | C        | NO_SUBSCRIPTION      | NO_SUBSCRIPTION         | E68, R32
            PROGRAM             | C        | ALLOWED              | PROGRAM_BENEFIT         | R15, P39
            PROGRAM             | B        | SEVERITY_NOT_IN_PLAN | SEVERITY_NOT_IN_PLAN    | E2: limited support is for C
            DEVELOPER           | C        | ALLOWED              | ACCOUNT_PLAN            | E18, R45: every paid tier has repair
            DEVELOPER           | B        | SEVERITY_NOT_IN_PLAN | SEVERITY_NOT_IN_PLAN    | R4: Developer has only C
            DEVELOPER           | A        | SEVERITY_NOT_IN_PLAN | SEVERITY_NOT_IN_PLAN    | E18, R4
            STANDARD            | A        | ALLOWED              | ACCOUNT_PLAN            | R4, R5
            STANDARD            | B        | ALLOWED              | ACCOUNT_PLAN            | R4, R5
            STANDARD            | C        | ALLOWED              | ACCOUNT_PLAN            | R4, R5
            TEMPORARY           | A        | ALLOWED              | TEMPORARY_ORDER         | R79, E2
            PROFESSIONAL_DIRECT | A        | ALLOWED              | ACCOUNT_PLAN            | R4
            UNIFIED             | A        | ALLOWED              | ACCOUNT_PLAN            | R4
            """)
    void a_repair_needs_a_plan_with_its_severity(
            String tier, Severity severity, RequestDecision decision, String reason, String why) {
        RequestCover cover = decide(technical(Issue.BREAK_FIX, severity, null, null, null), tier, "owner");
        assertEquals(decision, cover.decision(), why);
        assertEquals(reason, cover.reason(), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            tier                | service | region | issue     | severity | decision                   | why
            STANDARD            | Pub     |        | BREAK_FIX | A        | ALLOWED                    | E72, R20, R24, R25
            STANDARD            | Pub     |        | BREAK_FIX | B        | ALLOWED                    | E72, R25
            STANDARD            | Pub     |        | BREAK_FIX | C        | ALLOWED                    | E72, P45
            DEVELOPER           | Pub     |        | BREAK_FIX | A        | SEVERITY_NOT_IN_PLAN       | E72, R25: as the plan allows
            DEVELOPER           | Pub     |        | BREAK_FIX | C        | ALLOWED                    | P45
            PROFESSIONAL_DIRECT | Pub     |        | ADVISORY  | C        | ADVISORY_OUT_OF_SCOPE      | E72, R25: repair only
            STANDARD            | Pub     |        | ADVISORY  | C        | ADVISORY_NOT_IN_PLAN       | J4
            STANDARD            | Pubx    |        | BREAK_FIX | A        | PREVIEW_EXCEPTION          | E72, R24; its last day
            STANDARD            | pubx    | west   | BREAK_FIX | A        | PREVIEW_EXCEPTION          | R24: everywhere, and names in any case
            PROFESSIONAL_DIRECT | Priv    |        | BREAK_FIX | A        | PRIVATE_OR_LIMITED_PREVIEW | E72, R21, R26
            UNIFIED             | Lim     |        | BREAK_FIX | A        | PRIVATE_OR_LIMITED_PREVIEW | E72, R22, R26
            DEVELOPER           | Lim     |        | ADVISORY  | A        | PRIVATE_OR_LIMITED_PREVIEW | J4: the preview counts first
            BASIC               | Priv    |        | BREAK_FIX | A        | NOT_COVERED                | J4: previews after cover
            BASIC               | Pubx    |        | BREAK_FIX | A        | NOT_COVERED                | J4
            STANDARD            | Ga      | north  | BREAK_FIX | C        | SERVICE_REGION_EXCEPTION   | E75, R3
            UNIFIED             | Ga      | North  | BREAK_FIX | C        | SERVICE_REGION_EXCEPTION   | R3: every tier
            STANDARD            | Ga      | south  | BREAK_FIX | C        | ALLOWED                    | R3: other regions are covered
            STANDARD            | Ga      |        | BREAK_FIX | C        | ALLOWED                    | R3: an exception for one region, an exception for previews
            STANDARD            | Other   | north  | BREAK_FIX | C        | ALLOWED                    | R19: unknown counts as released
            BASIC               | Ga      | north  | BREAK_FIX | C        | NOT_COVERED                | J4
            """)
    void previews_and_exceptions(
            String tier,
            String service,
            String region,
            Issue issue,
            Severity severity,
            RequestDecision decision,
            String why) {
        RequestCover cover = decide(technical(issue, severity, null, service, region), tier, "owner");
        assertEquals(decision, cover.decision(), why);
        assertEquals(
                decision == RequestDecision.PRIVATE_OR_LIMITED_PREVIEW ? RequestCover.COMMUNITY_SUPPORT : null,
                cover.redirect(),
                "R14, R26");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            tier                | issue     | topic               | decision              | why
            STANDARD            | ADVISORY  | HOW_TO              | ADVISORY_NOT_IN_PLAN  | E75, R46
            DEVELOPER           | ADVISORY  |                     | ADVISORY_NOT_IN_PLAN  | E18, R46
            PROGRAM             | ADVISORY  |                     | ADVISORY_NOT_IN_PLAN  | R46
            PROFESSIONAL_DIRECT | ADVISORY  | HOW_TO              | ALLOWED               | E75, R47, R50
            PROFESSIONAL_DIRECT | ADVISORY  |                     | ALLOWED               | J5: unknown is in scope
            UNIFIED             | ADVISORY  | HOW_TO              | ALLOWED               | R46
            PROFESSIONAL_DIRECT | ADVISORY  | CODE_REVIEW         | ADVISORY_OUT_OF_SCOPE | E75, R48
            PROFESSIONAL_DIRECT | ADVISORY  | ARCHITECTURE_REVIEW | ADVISORY_OUT_OF_SCOPE | R48
            PROFESSIONAL_DIRECT | ADVISORY  | PERFORMANCE_TUNING  | ADVISORY_OUT_OF_SCOPE | E75, R48
            PROFESSIONAL_DIRECT | ADVISORY  | ON_SITE             | ADVISORY_OUT_OF_SCOPE | E75, R49
            PROFESSIONAL_DIRECT | ADVISORY  | IMPLEMENTATION      | ADVISORY_OUT_OF_SCOPE | R49
            PROFESSIONAL_DIRECT | ADVISORY  | CODE_SAMPLE         | ADVISORY_OUT_OF_SCOPE | R51
            PROFESSIONAL_DIRECT | ADVISORY  | GUEST_OS            | ADVISORY_OUT_OF_SCOPE | R51
            PROFESSIONAL_DIRECT | ADVISORY  | CSP_MIGRATION       | ADVISORY_OUT_OF_SCOPE | E75, R53
            UNIFIED             | ADVISORY  | CSP_MIGRATION       | ADVISORY_OUT_OF_SCOPE | R53
            STANDARD            | ADVISORY  | CODE_REVIEW         | ADVISORY_NOT_IN_PLAN  | J4: the tier first
            STANDARD            | BREAK_FIX | PERFORMANCE_TUNING  | ALLOWED               | R45: a repair is a repair
            STANDARD            | BREAK_FIX | GUEST_OS            | ALLOWED               | R41
            STANDARD            | BREAK_FIX | ON_SITE             | ADVISORY_OUT_OF_SCOPE | R49: nobody comes
            STANDARD            | BREAK_FIX | CSP_MIGRATION       | ADVISORY_OUT_OF_SCOPE | R53: never part of it
            DEVELOPER           | BREAK_FIX | THIRD_PARTY         | ALLOWED               | E75, R41
            BASIC               | BREAK_FIX | THIRD_PARTY         | NOT_COVERED           | E75, R41
            PROGRAM             | BREAK_FIX | THIRD_PARTY         | NOT_COVERED           | R41: through a support plan
            """)
    void advice_has_a_scope(String tier, Issue issue, Topic topic, RequestDecision decision, String why) {
        assertEquals(
                decision,
                decide(technical(issue, Severity.C, topic, null, null), tier, "owner")
                        .decision(),
                why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            tier     | who                         | decision                     | reason                       | why
            STANDARD | partner owner               | ALLOWED                      | ACCOUNT_PLAN                 | E69, R37
            STANDARD | partner contributor         | PARTNER_NEEDS_ADMIN_OR_OWNER | PARTNER_NEEDS_ADMIN_OR_OWNER | E69, R37, P40
            STANDARD | contributor                 | ALLOWED                      | ACCOUNT_PLAN                 | R34: only partners need more
            LAPSED   | partner owner               | NOT_COVERED                  | PLAN_ENDED                   | R37: a current plan
            BASIC    | partner contributor         | NOT_COVERED                  | ACCOUNT_NO_PLAN              | J4
            BASIC    | partner owner benefit       | ALLOWED                      | PARTNER_BENEFIT              | E69, R38, P40
            LAPSED   | partner owner benefit       | ALLOWED                      | PARTNER_BENEFIT              | R38
            STANDARD | partner owner benefit       | ALLOWED                      | PARTNER_BENEFIT              | R38: on requests by that partner
            BASIC    | partner contributor benefit | PARTNER_NEEDS_ADMIN_OR_OWNER | PARTNER_NEEDS_ADMIN_OR_OWNER | R37, R38
            BASIC    | owner benefit               | NOT_COVERED                  | ACCOUNT_NO_PLAN              | R38: a partner's benefit
            """)
    void partners_come_through_the_customers_plan_or_their_own(
            String tier, String who, RequestDecision decision, String reason, String why) {
        RequestCover cover = decide(technical(Issue.BREAK_FIX, Severity.C, null, null, null), tier, who);
        assertEquals(decision, cover.decision(), why);
        assertEquals(reason, cover.reason(), why);
    }

    @Test
    void a_partners_own_plan_is_not_limited_by_the_customers() {
        SupportRequest worst = technical(Issue.BREAK_FIX, Severity.A, null, null, null);
        assertEquals(
                RequestDecision.ALLOWED,
                decide(worst, "DEVELOPER", "partner owner benefit").decision());
        SupportRequest review = technical(Issue.ADVISORY, Severity.C, Topic.CODE_REVIEW, null, null);
        assertEquals(
                RequestDecision.ADVISORY_OUT_OF_SCOPE,
                decide(review, "BASIC", "partner owner benefit").decision());
        SupportRequest hidden = technical(Issue.BREAK_FIX, Severity.C, null, "Priv", null);
        assertEquals(
                RequestDecision.PRIVATE_OR_LIMITED_PREVIEW,
                decide(hidden, "BASIC", "partner owner benefit").decision());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            tier                | of        | open  | who                   | decision                     | reason                       | why
            DEVELOPER           | TECHNICAL | true  | owner                 | ALLOWED                      | ACCOUNT_PLAN                 | E74, R44
            STANDARD            | TECHNICAL | true  | owner                 | ALLOWED                      | ACCOUNT_PLAN                 | R44
            UNIFIED             | TECHNICAL | true  | owner                 | ALLOWED                      | ACCOUNT_PLAN                 | R44
            TEMPORARY           | TECHNICAL | true  | owner                 | ALLOWED                      | TEMPORARY_ORDER              | R44, P33
            STANDARD            | TECHNICAL | false | owner                 | RCA_NOT_AVAILABLE            | REQUEST_CLOSED               | E74, R44, J3
            STANDARD            | BILLING   | true  | owner                 | RCA_NOT_AVAILABLE            | REQUEST_NOT_TECHNICAL        | R44, J3
            BASIC               | TECHNICAL | true  | owner                 | NOT_COVERED                  | ACCOUNT_NO_PLAN              | R44, J3
            BASIC               | TECHNICAL | false | owner                 | NOT_COVERED                  | ACCOUNT_NO_PLAN              | J3: no paid tier first
            LAPSED              | TECHNICAL | true  | owner                 | NOT_COVERED                  | PLAN_ENDED                   | R44
            DISABLED            | TECHNICAL | true  | owner                 | NOT_COVERED                  | SUBSCRIPTION_NOT_ACTIVE      | P35
            PROGRAM             | TECHNICAL | true  | owner                 | NOT_COVERED                  | PROGRAM_BENEFIT              | R44: no paid tier
            BASIC               | TECHNICAL | true  | partner owner benefit | NOT_COVERED                  | ACCOUNT_NO_PLAN              | R44: not with a partner's benefit
            STANDARD            | TECHNICAL | true  | partner owner         | ALLOWED                      | ACCOUNT_PLAN                 | R37
            STANDARD            | TECHNICAL | true  | partner contributor   | PARTNER_NEEDS_ADMIN_OR_OWNER | PARTNER_NEEDS_ADMIN_OR_OWNER | R37
            NONE                | TECHNICAL | true  | owner                 | NO_SUBSCRIPTION              | NO_SUBSCRIPTION              | R32
            """)
    void root_causes_are_told_for_open_technical_requests_under_a_paid_plan(
            String tier,
            RequestType of,
            boolean open,
            String who,
            RequestDecision decision,
            String reason,
            String why) {
        SupportRequest request = new SupportRequest(
                RequestType.RCA,
                Severity.C,
                Issue.BREAK_FIX,
                null,
                Place.AZURE,
                null,
                null,
                null,
                new RootCause(of, open),
                Instant.parse("2026-04-08T10:00:00Z"));
        RequestCover cover = decide(request, tier, who);
        assertEquals(decision, cover.decision(), why);
        assertEquals(reason, cover.reason(), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            type                    | tier     | place | decision        | why
            BILLING                 | BASIC    | AZURE | ALLOWED         | E67, R1, R16
            SUBSCRIPTION_MANAGEMENT | BASIC    | AZURE | ALLOWED         | R16, R31
            QUOTA                   | DISABLED | AZURE | ALLOWED         | R16: in any state
            ACCOUNT_TRANSFER        | BASIC    | AZURE | ALLOWED         | R16
            BILLING                 | NONE     | AZURE | ALLOWED         | E68, R32
            SUBSCRIPTION_MANAGEMENT | NONE     | AZURE | ALLOWED         | E68, R32
            QUOTA                   | NONE     | AZURE | ALLOWED         | R32
            ACCOUNT_TRANSFER        | NONE     | AZURE | ALLOWED         | R32
            BILLING                 | BASIC    | LOCAL | ALLOWED         | J4: free types first
            TECHNICAL               | STANDARD | LOCAL | ON_PREMISES     | E75, R52
            TECHNICAL               | UNIFIED  | LOCAL | ON_PREMISES     | R52: every tier
            TECHNICAL               | BASIC    | LOCAL | ON_PREMISES     | J4: before NOT_COVERED
            TECHNICAL               | NONE     | LOCAL | NO_SUBSCRIPTION | J4
            """)
    void some_types_are_free_and_local_servers_are_not_covered(
            RequestType type, String tier, Place place, RequestDecision decision, String why) {
        SupportRequest request = new SupportRequest(
                type,
                Severity.C,
                Issue.BREAK_FIX,
                null,
                place,
                null,
                null,
                null,
                null,
                Instant.parse("2026-04-08T10:00:00Z"));
        RequestCover cover = decide(request, tier, "owner");
        assertEquals(decision, cover.decision(), why);
        assertEquals(type.free() ? RequestCover.INCLUDED : cover.decision().name(), cover.reason());
    }

    @Test
    void every_answer_names_its_rules() {
        for (SupportTier tier : SupportTier.values()) {
            for (Severity severity : Severity.values()) {
                for (Issue issue : Issue.values()) {
                    RequestCover cover = decide(
                            technical(issue, severity, null, "Pub", null),
                            tier == SupportTier.LIMITED_PROGRAM ? "PROGRAM" : tier.name(),
                            "owner");
                    assertTrue(cover.rules().matches("([RPX]\\d+ ?)+"), cover.rules());
                    assertEquals(cover.covered(), cover.decision() == RequestDecision.ALLOWED);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            tier                | who                 | issue     | severity | topic       | service | rules
            STANDARD            | owner               | BREAK_FIX | A        |             |         | R2 R13
            BASIC               | owner               | BREAK_FIX | A        |             |         | R2 R13 X25
            BASIC               | partner owner       | BREAK_FIX | A        |             |         | R2 R13 R37 X25
            BASIC               | partner owner benefit | BREAK_FIX | A      |             |         | R38 P40
            DEVELOPER           | owner               | BREAK_FIX | A        |             |         | R4
            DEVELOPER           | owner               | BREAK_FIX | A        |             | Pub     | R4 R25
            UNIFIED             | owner               | BREAK_FIX | A        |             | Priv    | R26 R21
            UNIFIED             | owner               | BREAK_FIX | A        |             | Lim     | R26 R22
            PROFESSIONAL_DIRECT | owner               | ADVISORY  | C        | CSP_MIGRATION |       | R53
            PROFESSIONAL_DIRECT | owner               | ADVISORY  | C        | ON_SITE     |         | R49
            """)
    void the_rules_are_those_that_decided(
            String tier, String who, Issue issue, Severity severity, Topic topic, String service, String rules) {
        assertEquals(
                rules,
                decide(technical(issue, severity, topic, service, null), tier, who)
                        .rules());
    }

    @Test
    void what_is_free_is_so_by_another_rule_before_there_is_a_subscription() {
        SupportRequest billing = new SupportRequest(
                RequestType.BILLING,
                Severity.C,
                Issue.BREAK_FIX,
                null,
                Place.AZURE,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
        assertEquals("R1 R16", decide(billing, "BASIC", "owner").rules());
        assertEquals("R16 R32", decide(billing, "NONE", "owner").rules());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            AZURE,      FULL
            OTHER,      COMMERCIALLY_REASONABLE
            UNRESOLVED, REFERRED
            """)
    void other_makers_technology_R42(ThirdPartyHelp.Cause cause, ThirdPartyHelp help) {
        assertEquals(help, ThirdPartyHelp.decide(cause));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            said           | service | region | lifecycle       | levels | why
                           |         |        | GA              | true   | nothing named
                           | Ga      |        | GA              | true   | R19
                           | Pub     |        | PUBLIC_PREVIEW  | false  | R23
            GA             | Pub     |        | GA              | true   | as the asker knows it
            LIMITED_PREVIEW|         |        | LIMITED_PREVIEW | false  | a feature, R18
                           | unheard |        | GA              | true   | R19
            """)
    void how_far_it_is_released(
            Lifecycle said, String service, String region, Lifecycle lifecycle, boolean levels, String why) {
        SupportRequest request = new SupportRequest(
                RequestType.TECHNICAL,
                Severity.C,
                Issue.BREAK_FIX,
                null,
                Place.AZURE,
                service,
                region,
                said,
                null,
                Instant.EPOCH);
        assertEquals(lifecycle, RequestCover.lifecycle(request, register()), why);
        assertEquals(levels, lifecycle.serviceLevels(), why);
    }

    @Test
    void the_lists_name_every_code() {
        assertEquals(13, Arrays.stream(RequestDecision.values()).distinct().count());
        assertEquals(
                List.of(Topic.HOW_TO, Topic.THIRD_PARTY),
                Arrays.stream(Topic.values()).filter(Topic::advised).toList());
    }
}
