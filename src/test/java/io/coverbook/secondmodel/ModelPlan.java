package io.coverbook.secondmodel;

import io.coverbook.secondmodel.Cancellations.Cancellation;
import io.coverbook.secondmodel.ModelFacts.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan, or one coverage period of the plan on an agreement's own row (B9). */
final class ModelPlan {

    private static final List<String> ONLINE = List.of("AZURE_WEBSITE", "AZURE_PORTAL", "MCA");

    /** Where the plan stands and who pays; account and agreement are null when no export has shown them. */
    record Home(
            Scope scope,
            @Nullable ModelAccount account,
            @Nullable ModelAgreement agreement) {}

    final String id;
    final Home home;
    final String tier;
    final String channel;
    final Version row;
    final LocalDate start;
    final Instant bought;
    final List<Cancellations.Saying> sayings;
    final List<Cancellation> cancellations = new ArrayList<>();
    final List<Succession> successions = new ArrayList<>();

    /** Successions without effect since the plan was bought again; that they happened stays told. */
    final List<Undone> undone = new ArrayList<>();

    final List<LocalDate> wrongChannel = new ArrayList<>();

    /** Starts of plans that were merged into this one (X8). */
    final List<LocalDate> revivals = new ArrayList<>();

    /** The number of the first term: periods of a plan count on (B9). */
    int first;

    Instant seen;
    boolean ownRow;

    /** The export that is the first without the plan's row. */
    @Nullable Instant missingSince;

    @Nullable LocalDate contractEnd;

    @Nullable String hold;

    @Nullable ModelPlan mergedInto;

    /** For flags: this plan was accepted beside cancelled higher ones. */
    boolean overlapping;

    /** X9: a higher plan bought while this one renewed. */
    record Succession(ModelPlan by, Instant instant, boolean late, boolean review) {
        LocalDate day() {
            return ModelFacts.day(instant);
        }

        /** B15, G8: the plan is bought over from that day, whenever it takes effect (C7). */
        LocalDate boughtOn() {
            return ModelFacts.day(by.bought);
        }
    }

    /** A succession, and the day on which the plan was bought again. */
    record Undone(Succession succession, LocalDate on) {}

    /** What a row says of a plan, and where the plan stands. */
    ModelPlan(String id, Home home, Terms terms) {
        this.id = id;
        this.home = home;
        this.tier = terms.tier();
        this.channel = terms.channel();
        this.row = terms.row();
        this.start = terms.start();
        this.bought = terms.bought();
        this.sayings = terms.sayings();
        this.seen = terms.row().at();
    }

    /** The terms on which a plan was bought. */
    record Terms(
            String tier,
            String channel,
            Version row,
            LocalDate start,
            Instant bought,
            List<Cancellations.Saying> sayings) {}

    List<Succession> everySuccession() {
        List<Succession> all = new ArrayList<>(successions);
        undone.forEach(each -> all.add(each.succession()));
        return all;
    }

    boolean sellerLike() {
        return !ONLINE.contains(channel);
    }

    /** B3, P23: renews by itself; a plan under a customer agreement does whatever its channel. */
    boolean onlineLike(LocalDate day) {
        return onlineLike(channel, home, day);
    }

    static boolean onlineLike(String channel, Home home, LocalDate day) {
        return ONLINE.contains(channel)
                || !home.scope().ea()
                        && home.account() != null
                        && home.account().agreement(day).equals("MCA");
    }

    static boolean online(String channel) {
        return ONLINE.contains(channel);
    }

    /** R64, R67: whether a cancellation through this channel counts. */
    static boolean accepts(String plan, Home home, String channel, LocalDate day) {
        return channel.isEmpty()
                || onlineLike(plan, home, day)
                        && List.of("AZURE_PORTAL", "SUPPORT_REQUEST").contains(channel)
                || !online(plan) && List.of("MS_REPRESENTATIVE", "PARTNER").contains(channel);
    }

    LocalDate termStart(int number) {
        return start.plusMonths((long) number - first);
    }

    int rank() {
        return ModelAgreement.TIERS.indexOf(tier);
    }

    boolean unified() {
        return tier.equals("UNIFIED");
    }

    boolean inForce() {
        return hold == null && mergedInto == null;
    }

    /** B7: cancelled, by word or by a higher purchase, when the other plan was bought. */
    boolean cancelledAt(Instant when) {
        return cancellations.stream().anyMatch(c -> c.standsAt(when))
                || successions.stream().anyMatch(s -> !s.instant().isAfter(when));
    }

    @Override
    public String toString() {
        return id + "@" + start;
    }
}
