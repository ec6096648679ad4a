package io.coverbook.answer;

import io.coverbook.store.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hands a list of flags on with a further column that says what to do. */
public final class AdvisedListing implements Listing {

    private final Listing target;
    private int code;

    public AdvisedListing(Listing target) {
        this.target = target;
    }

    @Override
    public void columns(List<Column> columns) {
        code = columns.stream().map(Column::name).toList().indexOf("code");
        List<Column> more = new ArrayList<>(columns);
        more.add(new Column("advice", Form.TEXT));
        target.columns(more);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        List<@Nullable Object> more = new ArrayList<>(values);
        more.add(Codes.advice(Objects.toString(values.get(code))));
        target.row(more);
    }
}
