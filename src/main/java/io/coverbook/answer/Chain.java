package io.coverbook.answer;

import io.coverbook.answer.CoverAnswer.Fact;
import io.coverbook.plan.PolicyCatalogue;
import io.coverbook.plan.PolicyCatalogue.Entry;
import io.coverbook.store.ChainStore;
import io.coverbook.store.CoverStore.Source;
import io.coverbook.store.FactRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A chain of facts while it is put together: the links that several kinds of rows have in common. */
final class Chain {

    static final Source NOWHERE = new Source(null, null);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final String OF_AGREEMENT = "EA:";

    /** The rules that judge a plan by another one of its scope: bought again, upgrade, second plan, region. */
    private static final Set<String> BETWEEN_PLANS = Set.of("X8", "X9", "X10", "R75");

    private final ChainStore store;
    private final ZoneId zone;
    private final List<Fact> facts = new ArrayList<>();

    Chain(ChainStore store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    List<Fact> facts() {
        return facts;
    }

    void add(String what, String value, String rules, Source source) {
        facts.add(new Fact(what, value, rules, source));
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "an unknown day" : DAY.format(day);
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** Every version of the row that states the plan: its own, or that of its agreement (B10). */
    List<FactRow> planVersions(FactRow plan) {
        String id = plan.or("plan_id", "");
        return id.startsWith(OF_AGREEMENT) ? store.agreementVersions(plan.key("scope_no")) : store.planVersions(id);
    }

    /** The plan as its newest row states it (A5), and its cancellation if there is one. */
    void plan(FactRow plan, List<FactRow> versions) {
        plan("plan", plan, versions, "X1 A5");
    }

    /** The plans of the same scope that ran on the day, where the rules compare the plan with them (X8 to X10). */
    void beside(FactRow plan, FlagMeaning meaning, LocalDate on) {
        if (meaning.rules().stream().anyMatch(BETWEEN_PLANS::contains)) {
            for (FactRow other : store.plansBeside(plan.or("plan_id", ""), on)) {
                plan("beside", other, planVersions(other), "X10 B7");
            }
        }
    }

    private void plan(String what, FactRow plan, List<FactRow> versions, String rules) {
        String id = plan.or("plan_id", "");
        FactRow newest = last(versions);
        String bought = newest == null || newest.text("purchased_at") == null
                ? ", stated on the agreement's own row"
                : ", bought " + newest.text("purchased_at") + " through " + newest.or("channel", "?");
        add(
                what,
                id + ", " + Coverage.tier(plan.or("tier", "")) + bought + ", first day " + plan.text("start_on") + ", "
                        + plan.text("status"),
                rules,
                newest == null ? NOWHERE : newest.source());
        versions.stream().filter(Chain::cancels).findFirst().ifPresent(this::cancellation);
    }

    private static boolean cancels(FactRow version) {
        return version.text("cancel_requested_at") != null
                || "false".equals(version.text("auto_renew"))
                || version.truth("absent");
    }

    private void cancellation(FactRow version) {
        String told;
        if (version.text("cancel_requested_at") != null) {
            told = "asked for at " + version.text("cancel_requested_at")
                    + (version.text("cancel_channel") == null ? "" : " through " + version.text("cancel_channel"));
        } else if (version.truth("absent")) {
            told = "missing from the export of " + version.text("exported_at");
        } else {
            told = "renewal switched off"
                    + (version.text("auto_renew_changed_at") == null
                            ? ""
                            : " at " + version.text("auto_renew_changed_at"));
        }
        add("cancellation", told + ", first told at " + version.text("exported_at"), "X7 B1", version.source());
    }

    /** The account as exports told it for the day, with the values of some columns. */
    Optional<FactRow> account(long scopeNo, LocalDate on, String rules, String... columns) {
        Optional<FactRow> row = told(store.accountVersions(scopeNo), on, "status_since");
        row.ifPresent(account -> {
            String name = account.text("display_name");
            String who = account.or("account_id", "") + (name == null ? "" : " " + name);
            add("account", who + cells(account, columns), rules, account.source());
        });
        return row;
    }

    /** The agreement as exports told it for the day. */
    Optional<FactRow> agreement(long scopeNo, LocalDate on, String rules) {
        Optional<FactRow> row = told(store.agreementVersions(scopeNo), on, "status_since");
        row.ifPresent(ea -> add(
                "agreement",
                ea.or("ea_id", "") + ", " + ea.or("start_date", "") + " through " + ea.or("end_date", "")
                        + cells(ea, "status", "relationship", "partner_account_id", "currency", "support_level"),
                rules,
                ea.source()));
        return row;
    }

    private static String cells(FactRow row, String... columns) {
        StringBuilder text = new StringBuilder();
        for (String column : columns) {
            if (row.text(column) != null) {
                text.append(", ").append(column.replace('_', ' ')).append(' ').append(row.text(column));
            }
        }
        return text.toString();
    }

    /** The version that holds on the day: from its own date, else from the day of its export; else the first (A2, A3). */
    Optional<FactRow> told(List<FactRow> versions, LocalDate on, String since) {
        FactRow holds = versions.isEmpty() ? null : versions.get(0);
        for (FactRow version : versions) {
            LocalDate own = version.day(since);
            LocalDate from = own == null ? seen(version) : own;
            holds = from.isAfter(on) ? holds : version;
        }
        return Optional.ofNullable(holds);
    }

    private LocalDate seen(FactRow version) {
        return Instant.parse(Objects.requireNonNull(version.text("exported_at")))
                .atZone(zone)
                .toLocalDate();
    }

    static @Nullable FactRow last(List<FactRow> versions) {
        return versions.isEmpty() ? null : versions.get(versions.size() - 1);
    }

    /** The run that wrote the row, and those of its policies that matter here. */
    void run(long runId, String... keys) {
        FactRow run = store.run(runId).orElse(null);
        if (run == null) {
            return;
        }
        String period = run.text("period") == null ? "" : " " + run.text("period");
        String approved = run.text("approved_by") == null ? "" : ", approved by " + run.text("approved_by");
        add(
                "run",
                runId + ", " + run.text("purpose") + period
                        + (run.text("as_of") == null ? "" : " as of " + run.text("as_of")) + ", by "
                        + run.text("actor") + approved + ", begun " + run.text("started_at") + ", rules "
                        + run.text("rules_version") + ", reference data "
                        + run.or("reference_hash", "").substring(0, 12),
                "L3 L17",
                NOWHERE);
        for (String key : keys) {
            run.or("policies", "")
                    .lines()
                    .filter(line -> line.startsWith(key + "="))
                    .forEach(line -> add("policy", line.replace("=", " = "), number(key), NOWHERE));
        }
    }

    private static String number(String key) {
        return PolicyCatalogue.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Entry::number)
                .findFirst()
                .orElse("");
    }
}
