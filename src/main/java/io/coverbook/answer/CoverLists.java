package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.answer.CoverAnswer.Mark;
import io.coverbook.answer.KnownCover.Decided;
import io.coverbook.answer.KnownCover.Subscribed;
import io.coverbook.answer.Requesters.Right;
import io.coverbook.entitlement.Entitlement;
import io.coverbook.entitlement.SubscriptionDays.Part;
import io.coverbook.plan.PlanId;
import io.coverbook.store.CoverStore;
import io.coverbook.store.CoverStore.Member;
import io.coverbook.store.Database;
import io.coverbook.store.DirectoryStore;
import io.coverbook.store.DirectoryStore.Entry;
import io.coverbook.store.DirectoryStore.HeldRole;
import io.coverbook.store.KnownStore;
import io.coverbook.store.KnownStore.Known;
import io.coverbook.store.Listing;
import io.coverbook.store.Listing.Column;
import io.coverbook.store.Listing.Form;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lists the subscriptions of an account, agreement, customer or user with their cover on a day (R60, R61): decided from the
 * facts as single answers are, some at a time, so that a list may be of any length.
 */
public final class CoverLists {

    private static final int MOST = 20;
    private static final int AT_ONCE = 1_000;

    private final CoverStore covers;
    private final KnownStore facts;
    private final DirectoryStore directory;
    private final @Nullable Knowledge knowledge;

    public CoverLists(Database database) {
        this.covers = new CoverStore(database, ZoneOffset.UTC);
        this.facts = new KnownStore(database);
        this.directory = new DirectoryStore(database);
        this.knowledge = Knowledge.of(database).orElse(null);
    }

    /**
     * What is asked.
     *
     * @param word an id, a name, or a part of either that only one has
     * @param at the day, empty for the latest reconciled
     * @param as what was known when, empty for what the last reconcile knew
     */
    public record Asked(
            CoverOf of,
            String word,
            @Nullable LocalDate at,
            @Nullable AsKnown as) {}

    /** Gives the rows to the listing, in order, and what they come to. Without a single meaning there are no rows. */
    public CoverSummary read(Asked asked, Listing into) {
        into.columns(columns(asked.of()));
        List<Entry> found = find(asked);
        boolean one = found.size() == 1
                || (found.size() > 1
                        && found.get(0).rank() < 3
                        && found.get(1).rank() > found.get(0).rank());
        if (!one) {
            return CoverSummary.undecided(asked.of(), whichOne(asked, found), found);
        }
        if (knowledge == null) {
            return CoverSummary.undecided(
                    asked.of(),
                    "Nothing was reconciled yet, so no cover is known; run reconcile --as-of DATE first.",
                    List.of());
        }
        LocalDate day = asked.at() == null ? knowledge.reconciled() : asked.at();
        Knowledge.Basis basis = knowledge.basis(asked.as(), day);
        Known known = basis.known();
        return known == null
                ? CoverSummary.undecided(asked.of(), String.valueOf(basis.note()), List.of())
                : new Pass(asked.of(), found.get(0), day, known, into).read(basis.note());
    }

    private List<Entry> find(Asked asked) {
        return switch (asked.of()) {
            case ACCOUNT -> directory.accounts(asked.word(), MOST);
            case AGREEMENT -> directory.agreements(asked.word(), MOST);
            case CUSTOMER -> directory.customers(asked.word(), MOST);
            case USER -> directory.users(asked.word(), MOST);
        };
    }

    private static String whichOne(Asked asked, List<Entry> found) {
        String many = asked.of().word() + "s";
        return found.isEmpty()
                ? "No " + asked.of().word() + " has '" + asked.word() + "' in its id or name."
                : "'" + asked.word() + "' may mean " + found.get(0).allOfThem() + " " + many
                        + "; give more of the id or name.";
    }

    private static List<Column> columns(CoverOf of) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("subscription_id", Form.TEXT),
                new Column("display_name", Form.TEXT),
                new Column("billing_account_id", Form.TEXT),
                new Column("ea_id", Form.TEXT),
                new Column("technical_support", Form.TRUTH),
                new Column("tier", Form.TEXT),
                new Column("source", Form.TEXT),
                new Column("max_severity", Form.TEXT),
                new Column("plan_id", Form.TEXT),
                new Column("reason", Form.TEXT),
                new Column("valid_from", Form.DAY),
                new Column("valid_through", Form.DAY)));
        if (of == CoverOf.USER) {
            columns.add(new Column("role", Form.TEXT));
            columns.add(new Column("entitled", Form.TRUTH));
            columns.add(new Column("may_create", Form.TRUTH));
            columns.add(new Column("may_manage", Form.TRUTH));
            columns.add(new Column("can_assign_role", Form.TRUTH));
        } else {
            columns.add(new Column("may_create", Form.WHOLE));
            columns.add(new Column("can_assign_role", Form.WHOLE));
        }
        return columns;
    }

    /** One walk through the subscriptions of a list. */
    private final class Pass {

        private final CoverOf of;
        private final Entry who;
        private final LocalDate day;
        private final Listing into;
        private final Known known;
        private final Requesters requesters;
        private final Map<String, Long> tiers = new TreeMap<>();
        private final Map<String, Long> reasons = new TreeMap<>();
        private KnownCover cover;
        private List<HeldRole> roles = List.of();
        private long count;
        private long covered;
        private long unasked;

        Pass(CoverOf of, Entry who, LocalDate day, Known known, Listing into) {
            this.of = of;
            this.who = who;
            this.day = day;
            this.known = known;
            this.into = into;
            this.requesters = new Requesters(directory, known, day);
            this.cover = new KnownCover(facts, known);
        }

        CoverSummary read(@Nullable String note) {
            List<Fact> shared =
                    switch (of) {
                        case ACCOUNT, AGREEMENT -> scope();
                        case CUSTOMER -> customer();
                        case USER -> user();
                    };
            return new CoverSummary(
                    of,
                    List.of(),
                    1,
                    who.id(),
                    who.name(),
                    day,
                    note,
                    sentence(),
                    shared,
                    count,
                    covered,
                    tiers,
                    reasons,
                    requesters.told() ? unasked : null);
        }

        private List<Fact> scope() {
            Set<Long> scopes = Set.of(who.scopeNo());
            members(scopes);
            cover = new KnownCover(facts, known);
            Decided scope = cover.scope(who.scopeNo());
            Place place = Place.of(scope, scope, day, known);
            return CoverFacts.decide(place);
        }

        private List<Fact> customer() {
            Set<Long> scopes = new LinkedHashSet<>(directory.accountsOf(who.id()));
            scopes.addAll(facts.agreementsOf(who.id()));
            members(scopes);
            return List.of();
        }

        private void members(Set<Long> scopes) {
            Set<String> ids = new TreeSet<>();
            long after = 0;
            List<Member> some = scopes.isEmpty() ? List.of() : within(scopes, after);
            while (!some.isEmpty()) {
                some.forEach(member -> ids.add(member.subscriptionId()));
                some = within(scopes, some.get(some.size() - 1).number());
            }
            inPieces(List.copyOf(ids));
        }

        private List<Member> within(Set<Long> scopes, long after) {
            return covers.within(scopes, of != CoverOf.AGREEMENT, after, AT_ONCE);
        }

        private void inPieces(List<String> ids) {
            for (int i = 0; i < ids.size(); i += AT_ONCE) {
                some(ids.subList(i, Math.min(ids.size(), i + AT_ONCE)));
            }
        }

        private List<Fact> user() {
            roles = requesters.roles(who.id());
            if (roles.stream().anyMatch(HeldRole::everywhere)) {
                List<String> some = directory.subscriptionsAfter("", AT_ONCE);
                while (!some.isEmpty()) {
                    some(some);
                    some = directory.subscriptionsAfter(some.get(some.size() - 1), AT_ONCE);
                }
            } else {
                Set<String> reached = new TreeSet<>();
                roles.forEach(held -> reached.addAll(held.reached()));
                inPieces(List.copyOf(reached));
            }
            return roles.stream()
                    .limit(MOST)
                    .map(held -> new Fact(
                            "role",
                            held.role() + " on " + held.scope(),
                            held.mayCreate() ? Mark.FOR : Mark.NEITHER,
                            "R33 R34 R35",
                            held.source()))
                    .toList();
        }

        private void some(List<String> ids) {
            // What was decided of earlier scopes is not needed any more in a list of very many.
            cover = new KnownCover(facts, known);
            Map<String, List<Right>> rights = of == CoverOf.USER ? Map.of() : requesters.on(ids);
            for (Subscribed each : cover.subscriptions(ids)) {
                Part part = each.on(day);
                Entitlement row = each.row(day);
                if (part != null && row != null && belongs(part)) {
                    add(each, part, row, rights.getOrDefault(each.id(), List.of()));
                }
            }
        }

        private boolean belongs(Part part) {
            return switch (of) {
                case ACCOUNT -> part.home().accountId().equals(who.id());
                case AGREEMENT -> Objects.equals(part.home().eaId(), who.id());
                case CUSTOMER ->
                    cover.account(part.home()).told().customer().equals(who.id())
                            || cover.scope(part.home()).told().customer().equals(who.id());
                case USER -> true;
            };
        }

        private void add(Subscribed each, Part part, Entitlement row, List<Right> rights) {
            Right own = of == CoverOf.USER ? Requesters.on(each.id(), roles) : null;
            count++;
            covered += row.technical() ? 1 : 0;
            (row.technical() ? tiers : reasons)
                    .merge(row.technical() ? row.tier().name() : row.reason().name(), 1L, Long::sum);
            PlanId plan = row.plan();
            List<@Nullable Object> values = new ArrayList<>();
            values.add(each.id());
            values.add(each.newest().name());
            values.add(part.home().accountId());
            values.add(part.home().eaId());
            values.add(row.technical());
            values.add(row.tier().name());
            values.add(row.source().name());
            values.add(row.technical() ? row.tier().maxSeverity() : null);
            values.add(plan == null ? null : plan.value());
            values.add(row.reason().name());
            values.add(row.days().from());
            values.add(row.days().open() ? null : row.days().until().minusDays(1));
            if (own != null) {
                values.add(own.role().name());
                values.add(own.entitling() && row.technical());
                values.add(own.mayCreate());
                values.add(own.mayManage());
                values.add(own.canAssign());
            } else {
                long asking = rights.stream().filter(Right::mayCreate).count();
                unasked += row.technical() && asking == 0 ? 1 : 0;
                values.add(requesters.told() ? asking : null);
                values.add(
                        requesters.told()
                                ? rights.stream().filter(Right::canAssign).count()
                                : null);
            }
            into.row(values);
        }

        private String sentence() {
            String whose = of.word() + " " + who.id() + (who.name() == null ? "" : " " + who.name());
            if (of == CoverOf.USER && !requesters.told()) {
                return "No role assignments were known, so nothing is known of " + whose + ".";
            }
            if (count == 0) {
                return "No subscription of " + whose + " exists on " + Chain.day(day) + ".";
            }
            String noun = count == 1 ? " subscription of " : " subscriptions of ";
            String all = covered == count
                    ? "all covered for technical support"
                    : covered + " covered for technical support, " + (count - covered) + " not";
            return count + noun + whose + " on " + Chain.day(day) + ": " + all + "." + unaskedWords();
        }

        private String unaskedWords() {
            return of == CoverOf.USER || !requesters.told() || unasked == 0
                    ? ""
                    : " For " + unasked + " of the covered nobody may make a request (R35).";
        }
    }
}
