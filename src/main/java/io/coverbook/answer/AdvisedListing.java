package io.coverbook.answer;

import io.coverbook.store.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hands a list of flags on with further columns that say what to do and who does it. */
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
        more.add(new Column("who", Form.TEXT));
        target.columns(more);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        List<@Nullable Object> more = new ArrayList<>(values);
        String name = Objects.toString(values.get(code));
        more.add(Codes.advice(name));
        more.add(FlagMeaning.of(name).map(FlagMeaning::who).orElse(""));
        target.row(more);
    }
}
