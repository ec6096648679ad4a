package io.coverbook.store;

import io.coverbook.entitlement.SubscriptionDays;
import io.coverbook.entitlement.SubscriptionVersion;
import io.coverbook.plan.Policies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The days of subscriptions that an import changed: they follow from all their versions together (A2 to A4). */
final class ChangedDays {

    private final Statements sql;
    private final Map<String, @Nullable Object> about;
    private final Policies policies;

    /** @param about the parameters of the import */
    ChangedDays(Statements sql, Map<String, @Nullable Object> about, Policies policies) {
        this.sql = sql;
        this.about = about;
        this.policies = policies;
    }

    /** Part of the import's transaction. */
    void decide(LocalDate exportedOn) {
        sql.update("subscription-days-delete", about);
        sql.update("subscription-days-clear", about);
        sql.update("subscription-span-empty");
        try (FactStage stage = new FactStage(sql.connection(), exportedOn, rows -> {})) {
            stage(stage);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
        sql.analyze("subscription_span_stage");
        sql.update("subscription-days-update", about);
        sql.update("subscription-days-thin");
        sql.update("subscription-span-insert", about);
    }

    /** Holds the versions of one subscription at a time. */
    private void stage(FactStage stage) throws SQLException {
        try (ResultSet rows = Statements.stream(sql.connection(), "subscription-version-changed", about)) {
            List<SubscriptionVersion> versions = new ArrayList<>();
            String current = "";
            while (rows.next()) {
                String id = Columns.text(rows, "subscription_id");
                if (!id.equals(current) && !versions.isEmpty()) {
                    stage.spans(current, 0, SubscriptionDays.decide(versions));
                    versions.clear();
                }
                current = id;
                versions.add(Readings.subscription(rows, policies));
            }
            if (!versions.isEmpty()) {
                stage.spans(current, 0, SubscriptionDays.decide(versions));
            }
            stage.finish();
        }
    }
}
