package io.coverbook.batch;

import io.coverbook.store.RunMark;
import io.coverbook.store.SpreadStore;
import java.util.Objects;
import java.util.function.LongSupplier;
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

    JobRunner.Cut subscriptions() {
        SpreadStore.Begun begun = shop.spread().begin(run, Objects.requireNonNull(scopes), shop.parts());
        return new JobRunner.Cut(
                begun.changed(),
                begun.parts().stream()
                        .<LongSupplier>map(pages -> () -> shop.spread().fill(run, pages))
                        .toList(),
                () -> begun.parts().isEmpty() ? 0 : shop.spread().end(run));
    }
}
