package io.coverbook.ingest;

import io.coverbook.plan.AccountStatus;
import io.coverbook.plan.AgreementType;
import io.coverbook.plan.PaymentMethod;
import io.coverbook.plan.PaymentMethodStatus;
import io.coverbook.plan.Program;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** The columns of a billing-accounts export (CONTRACT 2.1). */
final class AccountColumns implements RowReader {

    private static final long KIND = 1;

    private static final Spellings<AgreementType> AGREEMENT_TYPES = Spellings.of(
            AgreementType.class,
            "MOSP: MicrosoftOnlineServicesProgram; MCA: MicrosoftCustomerAgreement; EA: EnterpriseAgreement;"
                    + " MPA: MicrosoftPartnerAgreement");

    private static final Spellings<AccountStatus> STATUSES = Spellings.of(
            AccountStatus.class,
            "ACTIVE: UnderReview, New, Extended; CLOSED: Deleted, Terminated, Transferred, Expired");

    private static final Spellings<PaymentMethod> PAYMENT_METHODS = Spellings.of(
            PaymentMethod.class, "CARD: CreditCard, EWallet, DirectDebit; WIRE: CheckWire, TaskOrder; NONE: Other");

    private static final Spellings<PaymentMethodStatus> PAYMENT_STATUSES = Spellings.of(PaymentMethodStatus.class, "");
    private static final Spellings<Program> PROGRAMS = Spellings.of(Program.class, "");

    private final Column id;
    private final Column type;
    private final Column country;
    private final Column currency;
    private final Column customerId;
    private final Column displayName;
    private final Column status;
    private final Column statusSince;
    private final Column currencySince;
    private final Column paymentMethod;
    private final Column paymentMethodStatus;
    private final Column paymentMethodExpiry;
    private final Column billingProfileId;
    private final Column program;
    private final Column benefitValidTo;
    private final Column incidentsRemaining;
    private final Column createdOn;
    private final Column updatedAt;
    private final Column legalName;
    private final Column street;
    private final Column city;
    private final Column postalCode;
    private final Column vatId;
    private final Column eMail;
    private final Column purchaseOrder;

    AccountColumns(Header header) {
        id = header.column("billing_account_id");
        type = header.column("agreement_type");
        country = header.column("country");
        currency = header.column("currency");
        customerId = header.column("customer_id");
        displayName = header.column("display_name");
        status = header.column("status");
        statusSince = header.column("status_since");
        currencySince = header.column("currency_since");
        paymentMethod = header.column("payment_method");
        paymentMethodStatus = header.column("payment_method_status");
        paymentMethodExpiry = header.column("payment_method_expiry");
        billingProfileId = header.column("billing_profile_id");
        program = header.column("program");
        benefitValidTo = header.column("benefit_valid_to");
        incidentsRemaining = header.column("incidents_remaining");
        createdOn = header.column("created_on");
        updatedAt = header.column("updated_at");
        legalName = header.column("legal_name");
        street = header.column("street");
        city = header.column("city");
        postalCode = header.column("postal_code");
        vatId = header.column("vat_id");
        eMail = header.column("e_mail");
        purchaseOrder = header.column("purchase_order");
    }

    @Override
    public ExportRow row(Cells cells) {
        cells.beginFingerprint(KIND);
        String accountId = cells.id(id);
        AgreementType agreement = cells.requiredChoice(type, AGREEMENT_TYPES, AgreementType.MOSP);
        String land = cells.country(country);
        String money = cells.currency(currency);
        String customer = cells.id(customerId, accountId);
        String name = cells.text(displayName);
        AccountStatus state = cells.choice(status, STATUSES, AccountStatus.ACTIVE);
        LocalDate since = cells.maybeDate(statusSince);
        LocalDate moneySince = cells.maybeDate(currencySince);
        PaymentMethod method = cells.choice(paymentMethod, PAYMENT_METHODS, PaymentMethod.CARD);
        PaymentMethodStatus usable = cells.choice(paymentMethodStatus, PAYMENT_STATUSES, PaymentMethodStatus.ACTIVE);
        YearMonth expiry = cells.maybeMonth(paymentMethodExpiry);
        String profile = cells.maybeId(billingProfileId);
        Program benefit = cells.maybeChoice(program, PROGRAMS);
        LocalDate benefitTo = cells.maybeDate(benefitValidTo);
        Integer incidents = cells.maybeCount(incidentsRemaining);
        LocalDate created = cells.maybeDate(createdOn);
        Instant updated = cells.maybeInstant(updatedAt);
        Address address = address(cells);
        return new AccountRow(
                cells.line(),
                cells.fingerprint(),
                accountId,
                agreement,
                land,
                money,
                customer,
                name,
                state,
                since,
                moneySince,
                method,
                usable,
                expiry,
                profile,
                benefit,
                benefitTo,
                incidents,
                created,
                updated,
                address.legalName(),
                address.street(),
                address.city(),
                address.postalCode(),
                address.vatId(),
                address.eMail(),
                address.purchaseOrder());
    }

    private record Address(
            @Nullable String legalName,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postalCode,
            @Nullable String vatId,
            @Nullable String eMail,
            @Nullable String purchaseOrder) {}

    private Address address(Cells cells) {
        return new Address(
                cells.text(legalName),
                cells.text(street),
                cells.text(city),
                cells.oneLine(postalCode),
                cells.oneLine(vatId),
                cells.oneLine(eMail),
                cells.oneLine(purchaseOrder));
    }
}
