package io.coverbook.cli;

import io.coverbook.answer.FlagMeaning;
import io.coverbook.report.Json;
import io.coverbook.report.TextTable;
import io.coverbook.store.Listing.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code flags --explain CODE}: what a flag means, who acts on it and what to do. Needs no database. */
final class FlagGuidance {

    private FlagGuidance() {}

    static void tell(FlagMeaning meaning, Root program) {
        if (program.options().json()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("schemaVersion", Json.SCHEMA_VERSION);
            json.put("code", meaning.code());
            json.put("sentence", meaning.sentence());
            json.put("severity", meaning.severity());
            json.put("effect", meaning.effect());
            json.put("who", meaning.who());
            json.put("rules", meaning.rules());
            json.put("raised", meaning.raised());
            json.put("ends", meaning.ends());
            json.put("remedy", meaning.remedy());
            Json.write(program.out(), json);
            program.out().flush();
            return;
        }
        TextTable table = new TextTable().indented("  ").column("", Form.TEXT).column("", Form.TEXT);
        table.row("severity", meaning.severity() + ": " + meaning.effect());
        table.row("who acts", meaning.who());
        table.row("comes when", meaning.raised());
        table.row("goes when", meaning.ends());
        table.row("to do", meaning.remedy());
        table.row("rules", String.join(", ", meaning.rules()));
        program.out().println(meaning.code() + ": " + meaning.sentence());
        program.out().println();
        program.out().print(table.text());
        program.out().println();
        program.out().println("coverbook flags --code " + meaning.code() + " --open lists those that are open.");
        program.out().flush();
    }
}
