package io.coverbook.web;

import io.coverbook.store.Listing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands on some of the rows of a list, and remembers whether there were more. */
final class PageListing implements Listing {

    private final Listing target;
    private final long skip;
    private final long most;
    private long seen;

    PageListing(Listing target, long skip, long most) {
        this.target = target;
        this.skip = skip;
        this.most = most;
    }

    @Override
    public void columns(List<Column> columns) {
        target.columns(columns);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        seen++;
        if (seen > skip && seen <= skip + most) {
            target.row(values);
        }
    }

    boolean more() {
        return seen > skip + most;
    }
}
