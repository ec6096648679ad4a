package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.OpenBook.Told;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that are not those of this program are told in one line, and left as they are. */
@ExtendWith(OpenBook.Shared.class)
class SchemaRefusalIT {

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public' order by 1";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a table of somebody else | bare  | create table guests (name text) | it holds tables that are none of this program's; give a database of its own
            a newer program          | empty | insert into flyway_schema_history select installed_rank + 100, '0099', description, type, 'V0099__x.sql', checksum, installed_by, installed_on, execution_time, success from flyway_schema_history where version = '0001' | its tables are of schema 0099, which this program does not know; use a program at least as new as the one that made them
            another build            | empty | update flyway_schema_history set checksum = checksum + 1 where version = '0003' | its tables were made by other steps to schema 0003 than those of this program; use the program that made them, or restore a backup into a new database
            """)
    void it_is_told_in_one_line_and_nothing_is_made(
            String whose, String before, String order, String message, OpenBook book) throws SQLException {
        OpenBook open = before.equals("bare") ? book.bare() : book.empty();
        try (Connection owner = open.owner();
                Statement statement = owner.createStatement()) {
            statement.execute(order);
        }
        List<String> tables = open.ask(TABLES);
        for (String command : List.of("plans", "reconcile", "serve --port 0")) {
            Told told = open.run(command.split(" ")).expecting(2);
            assertEquals("the database cannot be used: " + message + "\n", told.said(), whose);
        }
        assertEquals(tables, open.ask(TABLES));
        assertFalse(tables.isEmpty());
        String said = open.run("plans", "-v").said();
        assertTrue(said.contains("at org.flywaydb."), () -> "-v tells where it arose: " + said);
    }
}
