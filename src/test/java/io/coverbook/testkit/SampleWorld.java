package io.coverbook.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A customer base through time. Each row is told as what happened to it and when; an export of a day is what was known
 * at that day's midnight, as a full snapshot.
 */
final class SampleWorld {

    /** The exports, with the columns they are written with. */
    enum Kind {
        ACCOUNTS("billing-accounts", """
                billing_account_id,agreement_type,country,currency,customer_id,display_name,status,status_since,\
                currency_since,payment_method,payment_method_status,payment_method_expiry,billing_profile_id,program,\
                benefit_valid_to,incidents_remaining,created_on,updated_at,legal_name,street,city,postal_code,vat_id,\
                e_mail,purchase_order"""),
        SUBSCRIPTIONS("subscriptions", """
                subscription_id,billing_account_id,display_name,product_category,ea_id,state,state_since,created_on,\
                scope_since,ended_on,updated_at,plan_tier,channel,purchased_at,coverage_start,contract_end,auto_renew,\
                auto_renew_changed_at,cancel_requested_at,cancel_channel,billing_frequency,promo_price,promo_until,\
                linked_ea_id"""),
        AGREEMENTS("enterprise-agreements", """
                ea_id,billing_account_id,status,start_date,end_date,customer_id,status_since,relationship,\
                partner_account_id,country,currency,support_level,support_coverage_start,support_coverage_end,\
                promo_price,promo_until,order_status,ordered_level,order_date,order_changed_on,temp_request_at,\
                temp_level,temp_description,notification_contacts,cancel_requested_at,cancel_channel,updated_at"""),
        ROLES("role-assignments", "user,role,scope,subscription_ids,actions,is_partner,partner_benefit"),
        PAYMENTS("payments", "plan_id,at,result");

        /** The kinds that every export has. */
        static final List<Kind> EVERY = List.of(ACCOUNTS, SUBSCRIPTIONS, AGREEMENTS);

        final String fileName;
        final List<String> columns;

        Kind(String fileName, String columns) {
            this.fileName = fileName;
            this.columns = List.of(columns.split(","));
        }

        private boolean namesItsRows() {
            return columns.contains("updated_at");
        }
    }

    private record Change(Instant at, Map<String, String> values) {}

    /** One row of an export and its history. */
    static final class Row {
        private final Kind kind;
        private final String id;
        private final List<Change> changes = new ArrayList<>();
        private final List<Instant> goneAndBack = new ArrayList<>();

        private Row(Kind kind, String id) {
            this.kind = kind;
            this.id = id;
        }

        String id() {
            return id;
        }

        /** From {@code at} the row also says this: columns and values in turns. */
        Row then(String at, String... columnsAndValues) {
            Instant instant = OffsetDateTime.parse(at).toInstant();
            if (!changes.isEmpty()
                    && !instant.isAfter(changes.get(changes.size() - 1).at())) {
                throw new IllegalArgumentException(id + ": " + at + " is not after what happened before");
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < columnsAndValues.length; i += 2) {
                if (!kind.columns.contains(columnsAndValues[i])) {
                    throw new IllegalArgumentException(kind + " has no column " + columnsAndValues[i]);
                }
                values.put(columnsAndValues[i], columnsAndValues[i + 1]);
            }
            changes.add(new Change(instant, values));
            return this;
        }

        /** The same, as {@code column=value column=value}; no value has a blank. */
        Row says(String at, String values) {
            return then(at, values.split("[= ]"));
        }

        /** What the row says of the column at last. */
        String value(String column) {
            String value = "";
            for (Change change : changes) {
                value = change.values().getOrDefault(column, value);
            }
            return value;
        }

        /** What the row said of the column at first. */
        String firstValue(String column) {
            return changes.stream()
                    .map(change -> change.values().get(column))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }

        /** From {@code at} no export shows the row, until it is {@link #backFrom}. */
        Row goneFrom(String at) {
            return turn(at, 0);
        }

        /** From {@code at} exports show the row again. */
        Row backFrom(String at) {
            return turn(at, 1);
        }

        private Row turn(String at, int parity) {
            if (goneAndBack.size() % 2 != parity) {
                throw new IllegalArgumentException(id + " cannot go or come back twice");
            }
            goneAndBack.add(OffsetDateTime.parse(at).toInstant());
            return this;
        }

        private boolean knownAt(Instant cut) {
            return changes.get(0).at().isBefore(cut)
                    && goneAndBack.stream().filter(turn -> turn.isBefore(cut)).count() % 2 == 0;
        }

        private String line(Instant cut) {
            Map<String, String> values = new HashMap<>();
            for (Change change : changes) {
                if (change.at().isBefore(cut)) {
                    values.putAll(change.values());
                    values.put("updated_at", change.at().toString());
                }
            }
            return kind.columns.stream()
                    .map(c -> quoted(values.getOrDefault(c, "")))
                    .collect(Collectors.joining(","));
        }
    }

    private final Map<Kind, Map<String, Row>> rows = new EnumMap<>(Kind.class);

    Row add(Kind kind, String id, String at, String... columnsAndValues) {
        Row row = new Row(kind, id);
        if (rows.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(id, row) != null) {
            throw new IllegalArgumentException(id + " is there already");
        }
        row.then(at, columnsAndValues);
        if (kind.namesItsRows()) {
            row.changes.get(0).values().put(kind.columns.get(0), id);
        }
        return row;
    }

    /** The rows of a kind in the order in which they were told. */
    List<Row> rows(Kind kind) {
        return List.copyOf(rows.getOrDefault(kind, Map.of()).values());
    }

    /** The row of this id, or null. */
    @Nullable Row row(Kind kind, String id) {
        return rows.getOrDefault(kind, Map.of()).get(id);
    }

    /** The file of one kind as it was exported at the day's first instant, in the order in which rows were told. */
    String export(Kind kind, LocalDate day) {
        return export(kind, Instant.EPOCH, day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The file of one kind at an instant: of payments those since {@code last}, of all else what was known then. */
    String export(Kind kind, Instant last, Instant cut) {
        StringBuilder file = new StringBuilder(String.join(",", kind.columns)).append('\n');
        rows.getOrDefault(kind, Map.of()).values().stream()
                .filter(row -> row.knownAt(cut) && (kind != Kind.PAYMENTS || !row.knownAt(last)))
                .forEach(row -> file.append(row.line(cut)).append('\n'));
        return file.toString();
    }

    /** A file without a row. */
    static boolean empty(String file) {
        return file.indexOf('\n') == file.length() - 1;
    }

    /** A GUID that looks drawn by lot and is always the same for the same label. */
    static String guid(String label) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(label.getBytes(StandardCharsets.UTF_8));
            long high = ByteBuffer.wrap(hash).getLong();
            long low = ByteBuffer.wrap(hash, 8, 8).getLong();
            return new UUID((high & ~0xF000L) | 0x4000L, (low >>> 2) | Long.MIN_VALUE).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
