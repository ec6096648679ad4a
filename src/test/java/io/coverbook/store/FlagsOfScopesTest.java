package io.coverbook.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.reconcile.FlagCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A flag that a statement raises is looked for by every run; one that the rules of a scope raise rests with its scope. */
class FlagsOfScopesTest {

    private static final Path SHELF = Path.of("src/main/resources/io/coverbook/store");

    @ParameterizedTest
    @EnumSource
    void a_flag_rests_unless_a_statement_raises_it(FlagCode code) throws IOException {
        List<Path> statements;
        try (Stream<Path> files = Files.list(SHELF)) {
            statements = files.toList();
        }
        boolean stated = code == FlagCode.INVOICE_OVERDUE; // by the rule OverdueInvoices, for all who pay by wire
        for (Path statement : statements) {
            String text = Files.readString(statement);
            stated |= text.contains("insert into flag") && text.contains("'" + code + "',");
        }
        assertEquals(!stated, code.ofScope());
    }
}
