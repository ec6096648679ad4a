package io.coverbook.batch;

import io.coverbook.store.RunMark;
import io.coverbook.store.SpreadStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cover of one run: first that of the scopes, which needs only what was decided, then that of their subscriptions. */
final class Covering {

    private final Workshop shop;
    private final RunMark run;
    private volatile SpreadStore.@Nullable Scopes scopes;

    Covering(Workshop shop, RunMark run) {
        this.shop = shop;
        this.run = run;
    }

    /** Its rows are told with those of the subscriptions. */
    long scopes() {
        scopes = shop.spread().scopes(run);
        return 0;
    }

    long subscriptions() {
        return shop.spread().subscriptions(run, Objects.requireNonNull(scopes));
    }
}
