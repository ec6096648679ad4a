package io.coverbook.outbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All that happened since the last mail, as one mail: what needs somebody first. */
record Digest(String subject, String text) {

    private static final int LINES = 25;
    private static final int SUBJECT = 150;

    /** An event: its own key, and what it is about. */
    record Item(Topic topic, Facts facts, String key, String about) {

        String headline() {
            return Headline.of(topic, facts);
        }
    }

    static Digest of(List<Item> items) {
        Map<Topic, List<Item>> by = new EnumMap<>(Topic.class);
        items.forEach(item ->
                by.computeIfAbsent(item.topic(), topic -> new ArrayList<>()).add(item));
        StringBuilder text = new StringBuilder();
        List<String> subject = new ArrayList<>();
        part(text, by, true, "NEEDS SOMEBODY");
        part(text, by, false, "TO BE KNOWN");
        by.forEach((topic, of) -> {
            if (topic != Topic.RUN_DONE || by.size() == 1) {
                subject.add(few(topic, of));
            }
        });
        String line = "Coverbook: " + String.join(", ", subject);
        return new Digest(line.length() > SUBJECT ? line.substring(0, SUBJECT - 1) + "…" : line, text.toString());
    }

    private static String few(Topic topic, List<Item> of) {
        boolean ofMonth = !of.get(0).facts().text("period").isEmpty()
                && (topic == Topic.CLOSE_BLOCKED
                        || topic == Topic.APPROVAL_AWAITED
                        || topic == Topic.MONTH_PROPOSED
                        || topic == Topic.MONTH_CLOSED);
        return (ofMonth && of.size() == 1 ? of.get(0).facts().text("period") : of.size()) + " " + topic.few();
    }

    private static void part(StringBuilder text, Map<Topic, List<Item>> by, boolean urgent, String title) {
        if (by.keySet().stream().noneMatch(topic -> topic.urgent() == urgent)) {
            return;
        }
        text.append(text.isEmpty() ? "" : "\n").append(title).append("\n");
        by.forEach((topic, of) -> {
            if (topic.urgent() == urgent) {
                text.append("\n")
                        .append(topic.heading())
                        .append(": ")
                        .append(of.size())
                        .append("\n");
                of.stream().limit(LINES).forEach(item -> text.append("  ")
                        .append(item.headline())
                        .append("\n"));
                if (of.size() > LINES) {
                    text.append("  and ").append(of.size() - LINES).append(" more\n");
                }
                if (!topic.advice().isEmpty()) {
                    text.append("  > ").append(topic.advice()).append("\n");
                }
            }
        });
    }
}
