package io.coverbook.report;

import io.coverbook.store.Listing;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A list as JSON: {@code {"schemaVersion": 1, "rows": [...]}}, the names as in the contract. */
public final class JsonListing implements Listing {

    private final PrintWriter out;
    private final JsonGenerator json;
    private List<Column> columns = List.of();

    public JsonListing(PrintWriter out) {
        this.out = out;
        this.json = Json.stream(out);
    }

    @Override
    public void columns(List<Column> all) {
        columns = all;
        json.writeStartObject();
        json.writeNumberProperty("schemaVersion", Json.SCHEMA_VERSION);
        json.writeArrayPropertyStart("rows");
    }

    @Override
    public void row(List<@Nullable Object> values) {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            json.writeName(columns.get(i).name());
            Json.value(json, values.get(i));
        }
        json.writeEndObject();
    }

    /** Closes what is open. */
    public void end() {
        end(Map.of());
    }

    /** The same, after some more that is to be told beside the rows. */
    public void end(Map<String, @Nullable Object> more) {
        json.writeEndArray();
        more.forEach((name, value) -> {
            json.writeName(name);
            json.writePOJO(Json.plain(value));
        });
        json.writeEndObject();
        json.close();
        out.println();
    }
}
