package io.coverbook.cli;

import io.coverbook.answer.Codes;
import io.coverbook.answer.FlagMeaning;
import io.coverbook.store.ListStore.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The lists: plans, charges, invoices, agreements, flags, notices, entitlements. */
final class ListCommands {

    private static final String ACCOUNT = "an account or agreement by its id, or by a part of the customer's name";

    private ListCommands() {}

    @Command(name = "plans", description = "Lists support plans and where they stand.")
    static final class Plans extends ListCommand {

        @Option(names = "--status", description = "such as ACTIVE, ENDING, HELD, ENDED")
        private @Nullable String status;

        @Option(names = "--held", description = "the same as --status HELD")
        private boolean held;

        @Option(names = "--tier", description = "DEVELOPER, STANDARD, PROFESSIONAL_DIRECT or UNIFIED")
        private @Nullable String tier;

        @Option(names = "--account", paramLabel = "WHO", description = ACCOUNT)
        private @Nullable String account;

        @Option(names = "--plan", paramLabel = "ID", description = "a plan by a part of its id")
        private @Nullable String plan;

        Plans() {
            super(Kind.PLANS, "plan", Set.of("scope_type", "contract_end", "merged_into", "ending_on"));
        }

        @Override
        void narrow(Map<String, @Nullable Object> filters) {
            String wanted = held && status == null ? "HELD" : status;
            filters.put("status", code("--status", wanted, Codes.Of.PLAN_STATUS));
            filters.put("tier", code("--tier", tier, Codes.Of.TIER));
            filters.put("account", account);
            filters.put("plan", plan);
        }
    }

    @Command(name = "charges", description = "Lists charges: what each month of a plan costs, and what became of it.")
    static final class Charges extends ListCommand {

        @Option(names = "--state", description = "OPEN, HELD, VOIDED, INVOICED or CREDITED")
        private @Nullable String state;

        @Option(names = "--held", description = "the same as --state HELD")
        private boolean held;

        @Option(names = "--reason", paramLabel = "CODE", description = "why a charge is held, such as NO_PRICE")
        private @Nullable String reason;

        @Option(
                names = "--period",
                paramLabel = "YYYY-MM",
                description = "the posting month; held and voided charges: the month of the charge")
        private @Nullable YearMonth period;

        @Option(names = "--account", paramLabel = "WHO", description = ACCOUNT)
        private @Nullable String account;

        @Option(names = "--plan", paramLabel = "ID", description = "a plan by a part of its id")
        private @Nullable String plan;

        Charges() {
            super(Kind.CHARGES, "charge", Set.of("charge_date", "bill_to", "late", "customer"));
        }

        @Override
        void narrow(Map<String, @Nullable Object> filters) {
            filters.put("state", code("--state", held && state == null ? "HELD" : state, Codes.Of.CHARGE_STATE));
            filters.put("reason", code("--reason", reason, Codes.Of.CHARGE_HOLD));
            filters.put("period", first(period));
            filters.put("account", account);
            filters.put("plan", plan);
        }
    }

    @Command(name = "invoices", description = "Lists invoices, with totals per currency.")
    static final class Invoices extends ListCommand {

        @Option(names = "--status", description = "ISSUED, PAID or OVERDUE")
        private @Nullable String status;

        @Option(names = "--period", paramLabel = "YYYY-MM", description = "the posting month")
        private @Nullable YearMonth period;

        @Option(names = "--currency", paramLabel = "CUR", description = "such as EUR")
        private @Nullable String currency;

        @Option(names = "--account", paramLabel = "WHO", description = ACCOUNT)
        private @Nullable String account;

        Invoices() {
            super(Kind.INVOICES, "invoice", Set.of("billing_profile_id", "credit_applied", "posting_month"));
        }

        @Override
        void narrow(Map<String, @Nullable Object> filters) {
            filters.put("status", code("--status", status, Codes.Of.INVOICE_STATUS));
            filters.put("period", first(period));
            filters.put("currency", currency == null ? null : currency.toUpperCase(java.util.Locale.ROOT));
            filters.put("account", account);
        }
    }

    @Command(
            name = "agreements",
            description = "Lists Enterprise Agreements with their verdict: has each the support plan it needs?")
    static final class Agreements extends ListCommand {

        @Option(names = "--flagged", description = "only those with open flags, the most urgent first")
        private boolean flagged;

        @Option(names = "--waived", description = "count waived flags too")
        private boolean waived;

        @Option(names = "--verdict", description = "COVERED, TEMPORARY, PENDING, MISSING, UNKNOWN or NOT_APPLICABLE")
        private @Nullable String verdict;

        @Option(names = "--status", description = "the agreement's own status, such as ACTIVE or EXPIRED")
        private @Nullable String status;

        @Option(names = "--account", paramLabel = "WHO", description = ACCOUNT)
        private @Nullable String account;

        @Option(
                names = "--at",
                paramLabel = "DATE",
                description = "the day of the verdict (default: the latest reconciled)")
        private @Nullable LocalDate at;

        Agreements() {
            super(Kind.AGREEMENTS, "agreement", Set.of());
        }

        @Override
        void narrow(Map<String, @Nullable Object> filters) {
            filters.put("verdict", code("--verdict", verdict, Codes.Of.VERDICT));
            filters.put("status", code("--status", status, Codes.Of.AGREEMENT_STATUS));
            filters.put("account", account);
            filters.put("flagged", flagged ? Boolean.TRUE : null);
            filters.put("waived", waived ? Boolean.TRUE : null);
            filters.put("today", today(root()));
            filters.put("on", at == null ? latest(root()) : at);
        }
    }

    @Command(name = "flags", description = "Lists flags: what somebody should look at, and what to do about it.")
    static final class Flags extends ListCommand {

        @Option(names = "--code", description = "such as EA_MISSING_PLAN")
        private @Nullable String code;

        @Option(names = "--severity", description = "BLOCKER, ACTION or INFO")
        private @Nullable String severity;

        @Option(names = "--open", description = "only those that nothing has resolved yet")
        private boolean open;

        @Option(names = "--waived", description = "also those that somebody has waived until a later day")
        private boolean waived;

        @Option(names = "--object", paramLabel = "ID", description = "what the flag is about, by a part of its id")
        private @Nullable String object;

        @Option(
                names = "--explain",
                paramLabel = "CODE",
                description = "lists none, but tells what this flag means, who acts on it and what to do")
        private @Nullable String explained;

        Flags() {
            super(Kind.FLAGS, "flag", Set.of("advice", "who", "file", "line"));
        }

        @Override
        public Integer call() {
            if (explained == null) {
                return super.call();
            }
            String code = explained;
            FlagMeaning meaning = FlagMeaning.of(code)
                    .orElseThrow(() ->
                            mistake("'" + code + "' is no flag; there are " + String.join(", ", FlagMeaning.codes())));
            FlagGuidance.tell(meaning, root());
            return Exit.DONE;
        }

        @Override
        void narrow(Map<String, @Nullable Object> filters) {
            filters.put("code", code("--code", code, Codes.Of.FLAG));
            filters.put("severity", code("--severity", severity, Codes.Of.SEVERITY));
            filters.put("object", object);
            filters.put("open", open ? Boolean.TRUE : null);
            filters.put("waived", waived ? Boolean.TRUE : null);
            filters.put("today", today(root()));
        }
    }

    @Command(name = "notices", description = "Lists notices that are due to customers, in order of their day.")
    static final class Notices extends ListCommand {

        @Option(names = "--kind", description = "such as PLAN_ENDED or RENEWAL_DUE")
        private @Nullable String kind;

        @Option(names = "--object", paramLabel = "ID", description = "a plan or agreement by a part of its id")
        private @Nullable String object;

        @Option(names = "--since", paramLabel = "DATE", description = "due on this day or later")
        private @Nullable LocalDate since;

        @Option(names = "--until", paramLabel = "DATE", description = "due on this day or earlier")
        private @Nullable LocalDate until;

        Notices() {
            super(Kind.NOTICES, "notice", Set.of());
        }

        @Override
        void narrow(Map<String, @Nullable Object> filters) {
            filters.put("kind", code("--kind", kind, Codes.Of.NOTICE));
            filters.put("object", object);
            filters.put("since", since);
            filters.put("until", until);
        }
    }

    @Command(
            name = "entitlements",
            description = "Lists the entitlement table: what cover each subscription has on which days.")
    static final class Entitlements extends ListCommand {

        @Option(
                names = "--subscription",
                paramLabel = "ID",
                description = "only those of one subscription, by its whole id")
        private @Nullable String subscription;

        Entitlements() {
            super(Kind.ENTITLEMENTS, "interval", Set.of("billing_support", "max_severity"));
        }

        @Override
        void narrow(Map<String, @Nullable Object> filters) {
            filters.put("subscription", subscription);
        }
    }
}
