package io.coverbook.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.testkit.OpenBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waits until it is on disk: all that a run decides and issues, and nothing that the job repository notes of it. */
@ExtendWith(OpenBook.Shared.class)
class RepositoryTransactionsIT {

    private static final List<String> WATCHED =
            List.of("batch_job_execution", "batch_step_execution", "run", "charge", "invoice", "month_close");

    @Test
    void only_the_job_repository_does_not_wait_for_the_disk(OpenBook shared) throws SQLException {
        OpenBook book = shared.empty();
        try (Connection owner = book.owner();
                Statement sql = owner.createStatement()) {
            sql.execute("create table said (what text, waits text)");
            sql.execute("grant insert on said to public");
            sql.execute("create function say() returns trigger language plpgsql as 'begin"
                    + " insert into said values (tg_table_name, current_setting(''synchronous_commit''));"
                    + " return null; end'");
            sql.execute("grant execute on function say() to public");
            for (String table : WATCHED) {
                sql.execute("create trigger said after insert or update on " + table
                        + " for each row execute function say()");
            }
        }
        book.run("month-end", "2026-03", "--exports", "sample-data").expecting(0);
        assertEquals(
                List.of(
                        "batch_job_execution|off",
                        "batch_step_execution|off",
                        "charge|on",
                        "invoice|on",
                        "month_close|on",
                        "run|on"),
                book.ask("select distinct what, waits from said order by what"));
    }
}
