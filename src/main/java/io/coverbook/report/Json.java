package io.coverbook.report;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON, each with the version of its form. */
public final class Json {

    /** Raised when a name goes or changes its meaning; further names do not raise it. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private Json() {}

    /** Writes maps, lists, texts, whole numbers, decimals, truths and days; null stands for unknown. */
    public static void write(PrintWriter out, Map<String, @Nullable Object> answer) {
        out.println(MAPPER.writeValueAsString(plain(answer)));
    }

    /** The same answer, led by the version of its form. */
    public static Map<String, @Nullable Object> versioned(Map<String, @Nullable Object> answer) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("schemaVersion", SCHEMA_VERSION);
        all.putAll(answer);
        return all;
    }

    static JsonGenerator stream(PrintWriter out) {
        return MAPPER.createGenerator(out);
    }

    /** Everything that has no form of its own in JSON becomes the text it is written as. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            map.forEach((name, part) -> all.put(String.valueOf(name), plain(part)));
            return all;
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(part -> all.add(plain(part)));
            return all;
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return value.toString();
    }

    static void value(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value.toString());
        }
    }
}
