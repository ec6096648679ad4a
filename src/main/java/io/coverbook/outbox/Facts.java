package io.coverbook.outbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All there is to say about an event, by name; what has no form in JSON is the text it is written as. */
record Facts(Map<String, @Nullable Object> all) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Facts of(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        values.forEach((name, value) -> all.put(
                name, value == null || value instanceof Number || value instanceof Boolean ? value : value.toString()));
        return new Facts(all);
    }

    static Facts read(String json) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.putAll(MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {}));
        return new Facts(all);
    }

    static String json(Map<String, @Nullable Object> values) {
        return MAPPER.writeValueAsString(values);
    }

    String json() {
        return json(all);
    }

    /** Empty when it is not known. */
    String text(String name) {
        Object value = all.get(name);
        return value == null ? "" : value.toString();
    }

    long number(String name) {
        return all.get(name) instanceof Number number ? number.longValue() : 0;
    }

    boolean truth(String name) {
        return Boolean.TRUE.equals(all.get(name));
    }
}
