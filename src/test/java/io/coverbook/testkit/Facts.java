package io.coverbook.testkit;

import io.coverbook.calendar.DaySet;
import io.coverbook.calendar.Span;
import io.coverbook.calendar.Timeline;
import io.coverbook.plan.Account;
import io.coverbook.plan.Account.Benefit;
import io.coverbook.plan.Account.Payment;
import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.Agreement;
import io.coverbook.plan.Agreement.Order;
import io.coverbook.plan.Agreement.TemporaryRequest;
import io.coverbook.plan.AgreementStatus;
import io.coverbook.plan.AgreementType;
import io.coverbook.plan.CancelChannel;
import io.coverbook.plan.Cancellation;
import io.coverbook.plan.Channel;
import io.coverbook.plan.FactHistory;
import io.coverbook.plan.FactHistory.Told;
import io.coverbook.plan.OrderStatus;
import io.coverbook.plan.PaymentEvent;
import io.coverbook.plan.PaymentMethod;
import io.coverbook.plan.PaymentMethodStatus;
import io.coverbook.plan.PaymentResult;
import io.coverbook.plan.PlanId;
import io.coverbook.plan.Policies;
import io.coverbook.plan.PriceBook;
import io.coverbook.plan.Program;
import io.coverbook.plan.Relationship;
import io.coverbook.plan.Ruling;
import io.coverbook.plan.Scope;
import io.coverbook.plan.SupportLevel;
import io.coverbook.plan.SupportPlan;
import io.coverbook.plan.Tier;
import io.coverbook.reconcile.Population;
import io.coverbook.reconcile.ScopeDecision;
import io.coverbook.reconcile.ScopeRule;
import io.coverbook.reconcile.ScopesTogether;
import io.coverbook.renewal.PlanLife;
import io.coverbook.renewal.ScopeFacts;
import io.coverbook.renewal.ScopePlans;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The facts of one scope, written as a cell of a test table; what a cell leaves out is the common fixture of the
 * examples.
 *
 * <p>Plans: {@code PL-1 STANDARD 2026-01-15T10:00Z cancel=2026-03-31T09:00Z ; PL-2 ...}, an instant without a time
 * meaning midnight UTC. Further keys: {@code channel}, {@code start} (coverage_start), {@code end} (contract_end),
 * {@code promo}, {@code until}, {@code freq}, {@code first} (first export), {@code paid}, {@code declined} (attempts
 * to collect), {@code number} (of its first term), {@code RELEASE}, {@code DISMISS} and {@code APPROVE_CREDIT} (a
 * person's word, as {@code CODE@DATE}), and of a cancellation, which begins with
 * {@code cancel} or {@code off}: {@code via}, {@code seen}, {@code on} (switched on again), {@code beside} (counts only
 * if that request was refused). {@code row} is a plan on the agreement's row.
 *
 * <p>Scope, when nothing is said: BA-A, a customer agreement in dollars. {@code status=CLOSED@2026-04-10,...},
 * {@code type} (as {@code currency}: {@code MOSP,MCA@2026-05-01}), {@code currency}, {@code pay}, {@code program},
 * {@code unknown} change it. {@code EA} makes it the agreement EA-1, with {@code ea}
 * (its status), {@code begin}, {@code end}, {@code indirect=PARTNER}, {@code money} (its currency), {@code denied} (no
 * upgrade in its country), {@code order=PENDING:STANDARD:2026-03-02,CANCELLED@2026-03-15} (with
 * {@code @always} as the first export of the agreement showed it) and {@code request=2026-03-05:STANDARD:described}, with
 * {@code :covered@2026-03-20} when the order brought coverage from that day.
 */
public final class Facts {

    public static final Policies POLICIES = Policies.DEFAULTS;

    /** A day of the run after all that the tables tell, before the card of the common fixture expires. */
    public static final LocalDate LATER = LocalDate.of(2030, 6, 30);

    private final Map<String, String> words = new HashMap<>();

    private Facts(String scope) {
        for (String word : split(scope, "\\s+")) {
            String[] pair = word.split("=", 2);
            words.put(pair[0], pair.length == 1 ? "" : pair[1]);
        }
    }

    public static ScopeFacts of(String scope, String plans) {
        return of(scope, plans(scope, plans));
    }

    public static ScopeFacts of(String scope, List<SupportPlan> plans) {
        Facts facts = new Facts(scope == null ? "" : scope);
        Scope where = facts.ea() ? Scope.agreement("EA-1") : Scope.account("BA-A");
        return new ScopeFacts(
                where,
                facts.account(),
                facts.agreement(),
                facts.words.get("partnermail"),
                plans,
                !facts.words.containsKey("denied"));
    }

    public static List<PlanLife> lives(String scope, String plans) {
        return ScopePlans.decide(of(scope, plans), POLICIES, LATER);
    }

    /** What the rules decide about a scope by itself; {@code recorded} are the terms that are charged already. */
    public static ScopeDecision decide(
            ScopeRule rule, ScopeFacts scope, Population population, Map<String, BitSet> recorded) {
        ScopesTogether alone = new ScopesTogether(rule, List.of(new ScopesTogether.Asked(scope, population, recorded)));
        return alone.decisions().get(0);
    }

    public static List<SupportPlan> plans(String scope, String plans) {
        boolean ea = scope != null && new Facts(scope).ea();
        return split(plans, ";").stream().map(text -> plan(text, ea)).toList();
    }

    /** The prices of the common fixture. */
    public static PriceBook prices() {
        LocalDate from = LocalDate.of(2020, 1, 1);
        return new PriceBook()
                .price(Tier.DEVELOPER, "USD", from, new BigDecimal("29.00"))
                .price(Tier.STANDARD, "USD", from, new BigDecimal("100.00"))
                .price(Tier.PROFESSIONAL_DIRECT, "USD", from, new BigDecimal("1000.00"))
                .price(Tier.DEVELOPER, "EUR", from, new BigDecimal("27.00"))
                .price(Tier.STANDARD, "EUR", from, new BigDecimal("92.00"))
                .price(Tier.PROFESSIONAL_DIRECT, "EUR", from, new BigDecimal("920.00"));
    }

    /** {@code 2026-03-31}, {@code 2026-03-31T09:00Z} or with seconds or another offset. */
    public static Instant instant(String text) {
        return text.contains("T")
                ? java.time.OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** {@code always}, {@code never}, {@code 2026-04-08..} or {@code 2026-01-01..2026-02-01,...}, ends not included. */
    public static DaySet days(String text) {
        if (text == null || text.equals("never")) {
            return DaySet.NONE;
        }
        if (text.equals("always")) {
            return DaySet.ALL;
        }
        List<Span> spans = new ArrayList<>();
        for (String run : split(text, ",")) {
            String[] ends = run.split("\\.\\.", -1);
            spans.add(new Span(
                    ends[0].isEmpty() ? Span.EVER : LocalDate.parse(ends[0]),
                    ends[1].isEmpty() ? Span.NEVER : LocalDate.parse(ends[1])));
        }
        return DaySet.of(spans);
    }

    /** The numbers of terms: {@code 0 2 5-8}, or nothing for none. */
    public static BitSet terms(String text) {
        BitSet terms = new BitSet();
        for (String word : split(text, "\\s+")) {
            String[] ends = word.split("-");
            terms.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
        }
        return terms;
    }

    public static List<String> split(String text, String by) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.strip().split(by)).map(String::strip).toList();
    }

    private static SupportPlan plan(String text, boolean ea) {
        List<String> word = split(text, "\\s+");
        Map<String, String> more = new HashMap<>();
        List<Cancellation> cancellations = new ArrayList<>();
        List<PaymentEvent> payments = new ArrayList<>();
        List<Ruling> rulings = new ArrayList<>();
        for (String each : word.subList(3, word.size())) {
            String[] pair = each.split("=", 2);
            if (pair[0].equals("cancel") || pair[0].equals("off")) {
                Instant at = instant(pair[1]);
                boolean off = pair[0].equals("off");
                CancelChannel via = off ? CancelChannel.AZURE_PORTAL : null;
                cancellations.add(new Cancellation(at, via, off, at, false));
            } else if (List.of("via", "seen", "on", "beside", "corrected", "told")
                    .contains(pair[0])) {
                int last = cancellations.size() - 1;
                cancellations.set(last, with(cancellations.get(last), pair[0], pair[1]));
            } else if (pair[0].equals("paid") || pair[0].equals("declined")) {
                boolean paid = pair[0].equals("paid");
                payments.add(new PaymentEvent(instant(pair[1]), paid ? PaymentResult.SUCCESS : PaymentResult.DECLINED));
            } else if (List.of("RELEASE", "DISMISS", "APPROVE_CREDIT").contains(pair[0])) {
                String[] said = pair[1].split("@");
                rulings.add(new Ruling(Ruling.Kind.valueOf(pair[0]), said[0], instant(said[1])));
            } else {
                more.put(pair[0], pair.length == 1 ? "" : pair[1]);
            }
        }
        Instant bought = instant(word.get(2));
        return new SupportPlan(
                new PlanId(word.get(0)),
                ea ? Scope.agreement("EA-1") : Scope.account("BA-A"),
                Tier.valueOf(word.get(1)),
                Channel.valueOf(more.getOrDefault("channel", ea ? "MS_SELLER" : "AZURE_PORTAL")),
                more.containsKey("start") ? LocalDate.parse(more.get("start")) : POLICIES.dayOf(bought),
                bought,
                more.containsKey("end") ? LocalDate.parse(more.get("end")) : null,
                more.containsKey("promo") ? new BigDecimal(more.get("promo")) : null,
                more.containsKey("until") ? LocalDate.parse(more.get("until")) : null,
                more.getOrDefault("freq", "P1M").equals("P1M"),
                more.containsKey("row"),
                more.containsKey("first") ? instant(more.get("first")) : bought,
                cancellations,
                Integer.parseInt(more.getOrDefault("number", "0")),
                payments,
                rulings);
    }

    private static Cancellation with(Cancellation c, String key, String value) {
        return switch (key) {
            case "via" -> new Cancellation(c.at(), CancelChannel.valueOf(value), c.autoRenewOff(), c.seenAt(), false);
            case "seen" ->
                value.equals("first")
                        ? new Cancellation(c.at(), c.via(), c.autoRenewOff(), instant("2026-12-31"), true)
                        : new Cancellation(c.at(), c.via(), c.autoRenewOff(), instant(value), false);
            case "beside" -> c.insteadOf(instant(value));
            case "corrected" -> c.corrected(instant(value));
            case "told" -> c.withdrawn(Objects.requireNonNull(c.withdrawnAt()), instant(value));
            default -> c.withdrawn(instant(value), instant(value));
        };
    }

    private boolean ea() {
        return words.containsKey("EA");
    }

    private String word(String key, String otherwise) {
        return words.getOrDefault(key, otherwise);
    }

    private Account account() {
        if (words.containsKey("unknown") && !ea()) {
            return Account.unknown("BA-A");
        }
        List<Told<AccountStatus>> told = new ArrayList<>();
        for (String each : split(word("status", "ACTIVE"), ",")) {
            AccountStatus status = AccountStatus.valueOf(each.split("@")[0]);
            told.add(new Told<>(status, LocalDate.of(2020, 1, 1), since(each), status == AccountStatus.CLOSED));
        }
        return new Account(
                ea() ? "BA-E" : "BA-A",
                true,
                "C1",
                FactHistory.ofStatus(told, AccountStatus.ACTIVE),
                types(),
                values(word("currency", "USD")),
                Timeline.always("US"),
                payments(),
                benefits(),
                null,
                words.get("mail"),
                instant(word("seen", "2020-01-01")));
    }

    /** {@code pay=WIRE}, {@code CARD:2026-03}, {@code INACTIVE} or {@code NONE}, and {@code ,CARD:2031-12@2026-04-10}. */
    private Timeline<Payment> payments() {
        String[] told = word("pay", ea() ? "WIRE" : "CARD:2030-12").split(",");
        Timeline<Payment> line = Timeline.always(payment(told[0]));
        for (String each : Arrays.asList(told).subList(1, told.length)) {
            line = line.with(since(each), payment(each.split("@")[0]));
        }
        return line;
    }

    private static Payment payment(String text) {
        String[] part = text.split(":");
        boolean inactive = part[0].equals("INACTIVE");
        return new Payment(
                inactive ? PaymentMethod.CARD : PaymentMethod.valueOf(part[0]),
                inactive ? PaymentMethodStatus.INACTIVE : PaymentMethodStatus.ACTIVE,
                part.length == 2 ? YearMonth.parse(part[1]) : null);
    }

    /** {@code program=MSDN:2026-12-31:2,MSDN@2026-05-01}: programme, last day, incidents left; the latter may lack. */
    private Timeline<Benefit> benefits() {
        Timeline<Benefit> line = Timeline.always(Benefit.NONE);
        for (String each : split(words.get("program"), ",")) {
            String[] part = each.split("@")[0].split(":");
            Benefit benefit = new Benefit(
                    part[0].equals("NONE") ? null : Program.valueOf(part[0]),
                    part.length > 1 ? LocalDate.parse(part[1]) : null,
                    part.length > 2 ? Integer.valueOf(part[2]) : null);
            LocalDate since = since(each);
            line = since == null ? Timeline.always(benefit) : line.with(since, benefit);
        }
        return line;
    }

    private Agreement agreement() {
        if (!ea()) {
            return null;
        }
        if (words.containsKey("unknown")) {
            return Agreement.unknown("EA-1");
        }
        return new Agreement(
                "EA-1",
                true,
                "BA-E",
                "C1",
                LocalDate.parse(word("begin", "2025-07-01")),
                LocalDate.parse(word("end", "2028-06-30")),
                agreementStatus(),
                words.containsKey("indirect") ? Relationship.INDIRECT : Relationship.DIRECT,
                word("indirect", "").isEmpty() ? null : word("indirect", ""),
                "US",
                words.get("money"),
                words.get("contacts"),
                levels(),
                orders(),
                split(words.get("request"), ",").stream().map(Facts::request).toList(),
                instant(word("seen", "2020-01-01")));
    }

    private Timeline<AgreementStatus> agreementStatus() {
        List<Told<AgreementStatus>> told = new ArrayList<>();
        for (String each : split(word("ea", "ACTIVE"), ",")) {
            AgreementStatus status = AgreementStatus.valueOf(each.split("@")[0]);
            boolean closing = status == AgreementStatus.TERMINATED || status == AgreementStatus.TRANSFERRED;
            told.add(new Told<>(status, LocalDate.of(2020, 1, 1), since(each), closing));
        }
        return FactHistory.ofStatus(told, AgreementStatus.ACTIVE);
    }

    /** {@code level=STANDARD,NONE@2026-05-01}: what the agreement's row states. */
    private Timeline<SupportLevel> levels() {
        Timeline<SupportLevel> line = Timeline.always(SupportLevel.NONE);
        for (String each : split(words.get("level"), ",")) {
            SupportLevel level = SupportLevel.valueOf(each.split("@")[0]);
            LocalDate since = since(each);
            line = since == null ? Timeline.always(level) : line.with(since, level);
        }
        return line;
    }

    /** The day of a cancellation still counts as pending (H3). */
    private Timeline<Order> orders() {
        Timeline<Order> line = Timeline.always(Order.NONE);
        Order order = Order.NONE;
        for (String each : split(words.get("order"), ",")) {
            String[] part = each.split("@")[0].split(":");
            OrderStatus status = OrderStatus.valueOf(part[0]);
            if (part.length == 3) {
                order = new Order(status, SupportLevel.valueOf(part[1]), LocalDate.parse(part[2]));
                line = line.with(each.endsWith("@always") ? Span.EVER : order.on(), order);
            } else {
                LocalDate day = LocalDate.parse(each.split("@")[1]);
                order = new Order(status, order.level(), order.on());
                line = line.with(status == OrderStatus.CANCELLED ? day.plusDays(1) : day, order);
            }
        }
        return line;
    }

    private static TemporaryRequest request(String text) {
        String[] part = text.split(":(?=[A-Za-z])");
        return new TemporaryRequest(
                instant(part[0]),
                SupportLevel.valueOf(part[1]),
                part.length > 2,
                part.length > 3 ? since(part[3]) : null);
    }

    private Timeline<AgreementType> types() {
        Timeline<AgreementType> line = Timeline.always(AgreementType.MCA);
        for (String each : word("type", ea() ? "EA" : "MCA").split(",")) {
            AgreementType type = AgreementType.valueOf(each.split("@")[0]);
            LocalDate since = since(each);
            line = since == null ? Timeline.always(type) : line.with(since, type);
        }
        return line;
    }

    /** {@code USD,EUR@2026-05-01}. */
    private static Timeline<String> values(String text) {
        List<Told<String>> told = new ArrayList<>();
        for (String each : text.split(",")) {
            told.add(new Told<>(each.split("@")[0], LocalDate.of(2020, 1, 1), since(each), false));
        }
        return FactHistory.ofValue(told);
    }

    private static LocalDate since(String text) {
        return text.contains("@") ? LocalDate.parse(text.split("@")[1]) : null;
    }
}
