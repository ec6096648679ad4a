package io.coverbook.secondmodel;

import io.coverbook.secondmodel.ModelCourse.Ending;
import io.coverbook.secondmodel.ModelCourse.Term;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The recorded notices: what is due by a run's facts and its day is recorded once and stays (X20, G7 to G12). */
final class ModelNotices {

    private final Map<String, List<String>> recorded = new TreeMap<>();

    void record(ModelWorld world) {
        for (ModelPlan plan : world.plans) {
            if (plan.inForce() && !world.course(plan).terms().isEmpty()) {
                new Due(world, plan).all();
            }
        }
    }

    List<List<String>> rows() {
        return List.copyOf(recorded.values());
    }

    /** The notices of one plan. */
    private final class Due {

        private final ModelWorld world;
        private final ModelPlan plan;
        private final ModelCourse course;

        Due(ModelWorld world, ModelPlan plan) {
            this.world = world;
            this.plan = plan;
            this.course = world.course(plan);
        }

        private void due(String kind, LocalDate day) {
            if (!day.isAfter(world.day)) {
                List<String> row = List.of(kind, plan.id, day.toString(), recipient());
                recorded.putIfAbsent(String.join("|", row.subList(0, 3)), row);
            }
        }

        /** G12. */
        private String recipient() {
            ModelAccount account = plan.home.account();
            ModelAgreement agreement = plan.home.agreement();
            if (agreement == null) {
                return Objects.requireNonNull(account).recipient();
            }
            String own = account == null ? agreement.account() : account.recipient();
            String contacts = agreement.newest().cell("notification_contacts", own);
            if (!agreement.indirect() || agreement.partner().isEmpty()) {
                return contacts;
            }
            ModelAccount partner = world.accounts.get(agreement.partner());
            return contacts + ";" + (partner == null ? agreement.partner() : partner.recipient());
        }

        void all() {
            contract();
            for (int k = plan.first + 1; !plan.termStart(k).minusDays(30).isAfter(world.day); k++) {
                LocalDate early = plan.termStart(k).minusDays(30);
                LocalDate day = early.isBefore(plan.start) ? plan.start : early;
                if (comes(k, day)) {
                    price(k, day);
                    card(k, day);
                }
            }
            course.terms().forEach(this::failed);
            ended();
        }

        /** G8: the term begins, or nothing that had happened by the day keeps it from beginning. */
        private boolean comes(int k, LocalDate day) {
            return course.number(k) != null
                    || !closed(day)
                            && !boughtOver(day)
                            && ModelCourse.asOf(world, plan, plan.termStart(k), day)
                                            .number(k)
                                    != null;
        }

        private void contract() {
            LocalDate end = plan.contractEnd;
            if (end == null) {
                return;
            }
            boolean runsOn =
                    course.terms().stream().anyMatch(term -> term.from().isAfter(end));
            for (int days : world.rules.numbers("notice.lead-days", "60,30,7")) {
                LocalDate day = end.minusDays(days);
                // G8: alive, or the term after the contract exists anyway (P23).
                if (!day.isBefore(plan.start) && (alive(day) || runsOn)) {
                    due("RENEWAL_DUE", day);
                }
            }
            LocalDate after = end.plusDays(1);
            if (runsOn && plan.onlineLike(after)) {
                due("AUTO_RENEWED_INFO", after);
            } else if (!runsOn && !nextPeriod(after) && alive(after)) {
                due("RENEWAL_LAPSED", after);
            }
        }

        private boolean nextPeriod(LocalDate day) {
            return world.plans.stream()
                    .anyMatch(other -> other != plan
                            && other.id.equals(plan.id)
                            && other.inForce()
                            && world.course(other).contains(day));
        }

        /** G8: no ending event is dated on or before the day. */
        private boolean alive(LocalDate day) {
            boolean ended = plan.cancellations.stream()
                            .anyMatch(c -> c.stands() && !c.day().isAfter(day))
                    || boughtOver(day);
            Ending ending = course.ending();
            boolean gone = ending != null
                    && !ending.outcome().equals("ENDED_CONTRACT")
                    && !ending.on().isAfter(day);
            return !ended && !closed(day) && !gone;
        }

        /** A higher plan was bought by the day, whenever that takes effect (C7). */
        private boolean boughtOver(LocalDate day) {
            return plan.successions.stream().anyMatch(s -> !s.boughtOn().isAfter(day));
        }

        /** The account is closed or the agreement over on the day. */
        private boolean closed(LocalDate day) {
            return plan.home.account() != null && plan.home.account().toldClosed(day)
                    || plan.home.agreement() != null && plan.home.agreement().toldOver(day);
        }

        /** G9: the price of the coming term differs from that of the term before it. */
        private void price(int k, LocalDate day) {
            ModelPrices prices = new ModelPrices(world);
            LocalDate next = plan.termStart(k);
            LocalDate last = plan.termStart(k - 1);
            String before = prices.told(plan, last);
            String after = prices.told(plan, next);
            if (!plan.unified()
                    && before != null
                    && after != null
                    && !before.equals(after)
                    && prices.currency(plan, last).equals(prices.currency(plan, next))) {
                due("PRICE_CHANGE", day);
            }
        }

        /** G9, E28: the card, as known on the day, is good for the last term and not for the next. */
        private void card(int k, LocalDate day) {
            ModelAccount account = plan.home.account();
            LocalDate next = plan.termStart(k);
            if (account == null || plan.unified() || !plan.onlineLike(next) || !account.card(day)) {
                return;
            }
            YearMonth expiry = account.expiry(day);
            if (expiry.isBefore(YearMonth.from(next)) && !expiry.isBefore(YearMonth.from(plan.termStart(k - 1)))) {
                due("PAYMENT_METHOD_EXPIRING", day);
            }
        }

        /** D3. */
        private void failed(Term term) {
            if (term.dunning() == null) {
                return;
            }
            LocalDate paid = term.dunning().paid();
            for (int days : world.rules.numbers("dunning.attempt-days", "0,3,7,14")) {
                LocalDate attempt = term.from().plusDays(days);
                boolean open = paid == null || paid.isAfter(attempt) || days == 0;
                if (open && !attempt.isAfter(term.through())) {
                    due("PAYMENT_FAILED", attempt);
                }
            }
        }

        /** G11: the day after the last covered day, unless another plan covers it. */
        private void ended() {
            Ending ending = course.ending();
            if (ending == null) {
                return;
            }
            LocalDate day = ending.on();
            if (!ending.outcome().equals("ENDED_NONPAYMENT")) {
                if (world.cover.paid(plan).isEmpty()) {
                    return;
                }
                day = world.cover.paid(plan).last().plusDays(1);
            }
            if (world.cover.best(plan.home.scope(), day) == null) {
                due("PLAN_ENDED", day);
            }
        }
    }
}
