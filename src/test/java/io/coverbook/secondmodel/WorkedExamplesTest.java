package io.coverbook.secondmodel;

import static io.coverbook.secondmodel.FactKind.ACCOUNTS;
import static io.coverbook.secondmodel.FactKind.AGREEMENTS;
import static io.coverbook.secondmodel.FactKind.SUBSCRIPTIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The second model gives what the worked examples of the rules say; the E-numbers are theirs. */
class WorkedExamplesTest {

    @Test
    void e01_a_first_purchase_late_in_a_month() {
        Fixture e01 = Fixture.common()
                .plan("PL-1", "STANDARD", "2026-03-28T10:00:00Z", "")
                .export("2026-03-29")
                .monthEnd("2026-03")
                .monthEnd("2026-04");
        assertEquals(
                List.of("PL-1 2026-03-28 2026-04-27 100.00 INVOICED", "PL-1 2026-04-28 2026-05-27 100.00 INVOICED"),
                e01.charges());
        assertEquals(
                List.of("2026-03 2026-04-05 100.00", "2026-04 2026-05-05 100.00"),
                e01.columns(Table.INVOICES, "posting_month", "invoice_date", "total"));
        assertEquals(
                List.of("2025-01-01 2026-03-27 BASIC ACCOUNT_NO_PLAN", "2026-03-28  STANDARD ACCOUNT_PLAN"),
                e01.cover("S1"));
    }

    @Test
    void e02_an_anchor_on_the_31st_does_not_drift() {
        Fixture e02 = Fixture.common()
                .plan("PL-1", "STANDARD", "2026-01-31T10:00:00Z", "")
                .export("2026-02-01")
                .reconcile("2026-06-30");
        assertEquals(
                List.of("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"),
                e02.columns(Table.CHARGES, "charge_date"));
    }

    @Test
    void e04_cancelled_in_the_middle_of_the_paid_month() {
        Fixture e04 = Fixture.common()
                .plan("PL-1", "STANDARD", "2026-01-15T10:00:00Z", "")
                .export("2026-02-01")
                .plan("PL-1", "STANDARD", "2026-01-15T10:00:00Z", "cancel_requested_at=2026-03-31T09:00:00Z")
                .export("2026-04-01")
                .reconcile("2026-04-15");
        assertEquals(List.of("2026-01-15", "2026-02-15", "2026-03-15"), e04.columns(Table.CHARGES, "charge_date"));
        assertEquals(List.of("PL-1 2026-04-15 ENDED_CANCELLED"), e04.endings());
        assertEquals(List.of("PLAN_ENDED PL-1 2026-04-15"), e04.notices());
        assertEquals("2026-04-15  BASIC PLAN_ENDED", e04.cover("S1").get(2));
    }

    @Test
    void e08_cancelled_and_bought_again_the_same_day() {
        Fixture e08 = Fixture.common()
                .plan("PL-1", "STANDARD", "2026-01-15T10:00:00Z", "cancel_requested_at=2026-03-31T09:00:00Z")
                .plan("PL-2", "STANDARD", "2026-03-31T15:00:00Z", "")
                .export("2026-04-01")
                .reconcile("2026-04-30");
        assertEquals(
                List.of("PL-1 2026-01-15", "PL-1 2026-02-15", "PL-1 2026-03-15", "PL-1 2026-04-15"),
                e08.columns(Table.CHARGES, "plan_id", "charge_date"));
        assertEquals(
                List.of("PL-1 ACTIVE", "PL-2 MERGED PL-1"),
                e08.columns(Table.PLANS, "plan_id", "status", "merged_into"));
        assertEquals(List.of("PLAN_REACTIVATED PL-1 INFO 2026-03-31"), e08.flags());
    }

    @Test
    void e10_upgraded_on_the_31st() {
        Fixture e10 = Fixture.common()
                .plan("PL-1", "STANDARD", "2026-01-15T10:00:00Z", "cancel_requested_at=2026-03-31T09:00:00Z")
                .plan("PL-2", "PROFESSIONAL_DIRECT", "2026-03-31T09:05:00Z", "")
                .export("2026-04-01")
                .monthEnd("2026-05");
        assertEquals(
                List.of("2026-01 100.00", "2026-02 100.00", "2026-03 1100.00", "2026-04 1000.00", "2026-05 1000.00"),
                e10.columns(Table.INVOICES, "posting_month", "total"));
        assertEquals(
                List.of("2026-01-15 2026-03-30 STANDARD ACCOUNT_PLAN", "2026-03-31  PROFESSIONAL_DIRECT ACCOUNT_PLAN"),
                e10.cover("S1").subList(1, 3));
    }

    @Test
    void e12_e13_bought_while_another_plan_renews() {
        Fixture higher = Fixture.common()
                .plan("PL-1", "STANDARD", "2026-01-10T10:00:00Z", "")
                .plan("PL-2", "PROFESSIONAL_DIRECT", "2026-02-20T10:00:00Z", "")
                .export("2026-02-21")
                .reconcile("2026-03-31");
        assertEquals(List.of("PL-1 2026-03-10 ENDED_UPGRADED"), higher.endings());
        assertEquals(List.of("IMPLICIT_UPGRADE PL-1 ACTION 2026-02-20"), higher.flags());
        Fixture same = Fixture.common()
                .plan("PL-1", "STANDARD", "2026-01-10T10:00:00Z", "")
                .plan("PL-2", "STANDARD", "2026-02-20T10:00:00Z", "")
                .export("2026-02-21")
                .monthEnd("2026-02");
        assertEquals(List.of("DUPLICATE_PLAN_ON_ACCOUNT PL-2 BLOCKER 2026-02-20"), same.flags());
        assertEquals("PL-2 2026-02-20 2026-03-19 100.00 HELD", same.charges().get(2));
    }

    @Test
    void e15_an_explicit_downgrade() {
        Fixture e15 = Fixture.common()
                .plan("PL-1", "PROFESSIONAL_DIRECT", "2026-01-20T10:00:00Z", "cancel_requested_at=2026-04-10T09:00:00Z")
                .plan("PL-2", "STANDARD", "2026-04-10T09:05:00Z", "")
                .export("2026-04-11")
                .reconcile("2026-05-10");
        assertEquals(List.of("OVERLAPPING_PAID_TERMS PL-2 INFO 2026-04-10"), e15.flags());
        assertEquals("2026-04-20  STANDARD ACCOUNT_PLAN", e15.cover("S1").get(2));
        assertEquals(
                List.of("2026-01-20", "2026-02-20", "2026-03-20", "2026-04-10", "2026-05-10"),
                e15.columns(Table.CHARGES, "charge_date"));
    }

    @Test
    void e20_a_price_changes_in_the_middle_of_a_month() {
        Fixture e20 = Fixture.common()
                .reference(
                        "prices.csv",
                        "tier,currency,valid_from,amount\nSTANDARD,USD,2020-01-01,100.00\nSTANDARD,USD,2026-04-15,110.00\n")
                .plan("PL-1", "STANDARD", "2026-01-15T10:00:00Z", "")
                .export("2026-02-01")
                .reconcile("2026-04-20");
        assertEquals(List.of("100.00", "100.00", "100.00", "110.00"), e20.columns(Table.CHARGES, "amount"));
        assertEquals(List.of("PRICE_CHANGE PL-1 2026-03-16"), e20.notices());
    }

    @Test
    void e22_a_currency_without_a_price() {
        Fixture e22 = Fixture.common()
                .reference("fx-rates.csv", "month,currency,rate\n2026-04,JPY,151.237\n")
                .row(ACCOUNTS, "BA-A", "currency=JPY")
                .row(ACCOUNTS, "BA-K", "agreement_type=MOSP country=KR currency=KRW payment_method_expiry=2030-12")
                .plan("PL-1", "STANDARD", "2026-04-01T10:00:00Z", "")
                .plan("PL-2", "STANDARD", "2026-04-01T10:00:00Z", "billing_account_id=BA-K")
                .export("2026-04-02")
                .monthEnd("2026-04");
        assertEquals(
                List.of("PL-1 2026-04-01 2026-04-30 15124 INVOICED", "PL-2 2026-04-01 2026-04-30  HELD"),
                e22.charges());
    }

    @Test
    void e29_e31_an_expired_card_never_paid_and_paid_after_suspension() {
        Fixture never = past(Fixture.common());
        assertEquals(List.of("PL-1 2026-05-01 ENDED_NONPAYMENT"), never.endings());
        assertEquals(
                List.of("2026-04-01", "2026-04-04", "2026-04-08", "2026-04-15"),
                never.notices().stream()
                        .filter(notice -> notice.startsWith("PAYMENT_FAILED"))
                        .map(notice -> notice.split(" ")[2])
                        .toList());
        assertEquals("PAST_DUE PL-1 ACTION 2026-04-01 2026-04-15", never.flags().get(0));
        assertEquals("OVERDUE", never.columns(Table.INVOICES, "status").get(1));
        Fixture paid = past(Fixture.common().payment("PL-1", "2026-04-20T10:00:00Z"));
        assertEquals(
                List.of(
                        "2026-03-01 2026-04-14 STANDARD ACCOUNT_PLAN",
                        "2026-04-15 2026-04-19 BASIC PLAN_SUSPENDED",
                        "2026-04-20  STANDARD ACCOUNT_PLAN"),
                paid.cover("S1").subList(1, 4));
        assertEquals("PAID", paid.columns(Table.INVOICES, "status").get(1));
    }

    /** A card that expired before the renewal of 1 April; a new one from 25 April on (D5). */
    private static Fixture past(Fixture fixture) {
        return fixture.row(ACCOUNTS, "BA-A", "payment_method_expiry=2026-03")
                .plan("PL-1", "STANDARD", "2026-03-01T10:00:00Z", "")
                .export("2026-03-02")
                .row(ACCOUNTS, "BA-A", "payment_method_expiry=2030-12")
                .export("2026-04-25")
                .monthEnd("2026-04")
                .reconcile("2026-05-06");
    }

    @Test
    void e35_a_seller_plan_reaches_the_end_of_its_contract() {
        Fixture e35 = Fixture.enterprise()
                .row(AGREEMENTS, "EA-1", "support_level=PROFESSIONAL_DIRECT support_coverage_start=2025-07-01")
                .row(AGREEMENTS, "EA-1", "support_coverage_end=2026-06-30")
                .export("2025-08-01")
                .reconcile("2026-07-01");
        assertEquals(12, e35.charges().size());
        assertEquals(
                List.of(
                        "PLAN_ENDED EA:EA-1 2026-07-01",
                        "RENEWAL_DUE EA:EA-1 2026-05-01",
                        "RENEWAL_DUE EA:EA-1 2026-05-31",
                        "RENEWAL_DUE EA:EA-1 2026-06-23",
                        "RENEWAL_LAPSED EA:EA-1 2026-07-01"),
                e35.notices());
        assertEquals(List.of("EA-1,MISSING,,PLAN_ENDED,2026-08-31"), e35.rows(Table.EA_STATUS));
    }

    @Test
    void e38_an_account_that_is_disabled_at_a_renewal() {
        Fixture e38 = Fixture.common()
                .plan("PL-1", "STANDARD", "2026-03-20T10:00:00Z", "")
                .export("2026-03-21")
                .row(ACCOUNTS, "BA-A", "status=DISABLED status_since=2026-04-18")
                .export("2026-04-19")
                .reconcile("2026-04-20");
        assertEquals("PL-1 2026-04-20 2026-05-19 100.00 HELD", e38.charges().get(1));
        e38.row(ACCOUNTS, "BA-A", "status=ACTIVE status_since=2026-04-25")
                .export("2026-04-26")
                .reconcile("2026-04-30");
        assertEquals("PL-1 2026-04-20 2026-05-19 100.00 OPEN", e38.charges().get(1));
        assertEquals(List.of("ACCOUNT_DISABLED_AT_RENEWAL PL-1 BLOCKER 2026-04-20 2026-04-25"), e38.flags());
        assertEquals(
                "2026-04-18 2026-04-24 STANDARD ACCOUNT_NOT_ACTIVE",
                e38.cover("S1").get(2));
    }

    @Test
    void e47_e49_a_pending_order_and_temporary_support() {
        Fixture order = Fixture.enterprise()
                .row(AGREEMENTS, "EA-1", "order_status=PENDING ordered_level=STANDARD order_date=2026-03-02")
                .export("2026-03-03");
        Fixture asked = order.row(AGREEMENTS, "EA-1", "temp_request_at=2026-03-05T10:00:00Z temp_level=STANDARD")
                .row(AGREEMENTS, "EA-1", "temp_description=urgent")
                .export("2026-03-06")
                .reconcile("2026-03-10");
        assertEquals(
                List.of(
                        "2026-03-02 2026-03-04 BASIC PENDING_ORDER_NOT_ACTIVATED",
                        "2026-03-05 2026-04-03 STANDARD TEMPORARY_ORDER",
                        "2026-04-04  BASIC TEMPORARY_EXPIRED"),
                asked.cover("S1").subList(1, 4));
        assertEquals(List.of("EA-1,TEMPORARY,,TEMPORARY_ORDER,"), asked.rows(Table.EA_STATUS));
        Fixture fulfilled = asked.row(AGREEMENTS, "EA-1", "order_status=FULFILLED order_changed_on=2026-03-18")
                .row(AGREEMENTS, "EA-1", "support_level=STANDARD support_coverage_start=2026-03-20")
                .export("2026-03-19")
                .reconcile("2026-03-31");
        assertEquals(
                "2026-03-05 2026-03-19 STANDARD TEMPORARY_ORDER",
                fulfilled.cover("S1").get(2));
        assertEquals(List.of("EA:EA-1 2026-03-20 2026-04-19 100.00 OPEN"), fulfilled.charges());
        Fixture refused = Fixture.enterprise()
                .row(AGREEMENTS, "EA-1", "temp_request_at=2026-03-05T10:00:00Z temp_level=STANDARD")
                .export("2026-03-06")
                .reconcile("2026-03-10");
        assertEquals(
                "TEMP_REQUEST_INVALID EA-1 ACTION 2026-03-05", refused.flags().get(1));
    }

    @Test
    void e59_a_purchase_seen_after_the_close() {
        Fixture e59 = Fixture.common()
                .plan("PL-0", "STANDARD", "2026-02-01T10:00:00Z", "billing_account_id=BA-B")
                .row(ACCOUNTS, "BA-B", "agreement_type=MCA country=US currency=USD")
                .export("2026-03-01")
                .monthEnd("2026-03")
                .plan("PL-1", "STANDARD", "2026-03-28T10:00:00Z", "")
                .export("2026-04-08")
                .monthEnd("2026-04");
        assertEquals(
                List.of("PL-1 2026-03-28 2026-04 true", "PL-1 2026-04-28 2026-04 false"),
                e59.columns(Table.CHARGES, "plan_id", "charge_date", "posting_month", "late")
                        .subList(3, 5));
        assertEquals("LATE_CHARGE PL-1 INFO 2026-03-28", e59.flags().get(0));
    }

    @Test
    void e61_a_cancellation_that_comes_after_the_close() {
        assertEquals(
                List.of("PL-1 2026-02-25 2026-03-24 100.00 INVOICED", "PL-1 2026-03-25 2026-04-24 100.00 CREDITED"),
                cancelled("2026-03-20T10:00:00Z", "2026-04-08").charges());
        assertEquals(
                List.of(
                        "CN-2026-000001,2026-04,BA-A,USD,INV-2026-000002,PL-1,1,BACKDATED_CANCELLATION,100.00,0.00,100.00"),
                cancelled("2026-03-20T10:00:00Z", "2026-04-08").rows(Table.CREDIT_NOTES));
        Fixture old = cancelled("2026-02-26T10:00:00Z", "2026-04-08");
        assertEquals(List.of(), old.rows(Table.CREDIT_NOTES));
        assertEquals(List.of("BACKDATED_CANCEL_REVIEW PL-1 ACTION 2026-04-08"), old.flags());
        assertEquals(List.of("PL-1 2026-04-25 ENDED_CANCELLED"), old.endings());
    }

    private static Fixture cancelled(String at, String seen) {
        return Fixture.common()
                .plan("PL-1", "STANDARD", "2026-02-25T10:00:00Z", "")
                .export("2026-02-26")
                .monthEnd("2026-03")
                .plan("PL-1", "STANDARD", "2026-02-25T10:00:00Z", "cancel_requested_at=" + at)
                .export(seen)
                .monthEnd("2026-04");
    }

    @Test
    void e62_a_subscription_that_moves() {
        Fixture e62 = Fixture.common()
                .row(ACCOUNTS, "BA-B", "agreement_type=MCA country=US currency=USD")
                .plan("PL-1", "STANDARD", "2026-03-01T10:00:00Z", "")
                .export("2026-03-02")
                .row(SUBSCRIPTIONS, "S1", "billing_account_id=BA-B")
                .export("2026-04-18")
                .reconcile("2026-04-30");
        assertEquals("2026-04-18  BASIC ACCOUNT_NO_PLAN", e62.cover("S1").get(2));
        e62.row(SUBSCRIPTIONS, "S1", "scope_since=2026-04-16")
                .export("2026-04-19")
                .reconcile("2026-05-01");
        assertEquals("2026-04-16  BASIC ACCOUNT_NO_PLAN", e62.cover("S1").get(2));
    }

    /** Interpretation: a row that was cancelled when its plan was bought again may go, also switched on too late. */
    @Test
    void a_cancelled_row_that_goes_after_its_plan_was_bought_again() {
        Fixture gone = Fixture.common()
                .plan("PL-1", "STANDARD", "2026-01-15T10:00:00Z", "cancel_requested_at=2026-03-31T09:00:00Z")
                .plan("PL-2", "STANDARD", "2026-03-31T15:00:00Z", "")
                .export("2026-04-01")
                .plan("PL-1", "STANDARD", "2026-01-15T10:00:00Z", "cancel_requested_at=")
                .row(SUBSCRIPTIONS, "PL-1", "auto_renew=ON auto_renew_changed_at=2026-04-20T09:00:00Z")
                .export("2026-04-21")
                .gone(SUBSCRIPTIONS, "PL-1")
                .export("2026-05-01")
                .reconcile("2026-05-31");
        assertEquals(List.of(), gone.endings());
        assertEquals(
                "PL-1 2026-05-15",
                gone.columns(Table.CHARGES, "plan_id", "charge_date").get(4));
    }

    @Test
    void e65_rows_that_refer_to_nobody() {
        Fixture e65 = Fixture.common()
                .row(SUBSCRIPTIONS, "S10", "billing_account_id=BA-404 created_on=2026-01-01")
                .plan("PL-9", "STANDARD", "2026-03-01T10:00:00Z", "billing_account_id=BA-404")
                .export("2026-03-02")
                .reconcile("2026-03-31");
        assertEquals(
                List.of("ORPHAN_SUBSCRIPTION S10 ACTION 2026-03-02", "PLAN_SCOPE_UNKNOWN PL-9 BLOCKER 2026-03-02"),
                e65.flags());
        assertEquals("PL-9 2026-03-01 2026-03-31  HELD", e65.charges().get(0));
    }
}
