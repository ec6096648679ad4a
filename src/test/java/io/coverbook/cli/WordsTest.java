package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How words are split and read, and what is said about wrong ones. None of this needs a database. */
class WordsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);

    private record Said(int code, String out, String err) {}

    private static Said say(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (Root root = new Root(CLOCK)) {
            int code = Program.commandLine(root, new PrintWriter(out, true), new PrintWriter(err, true))
                    .execute(words);
            return new Said(code, out.toString(), err.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            plans --status HELD        | plans;--status;HELD | blanks separate
              plans                    | plans               | blanks around are nothing
            coverage "Payroll prod"    | coverage;Payroll prod | double quotes keep together
            coverage 'a "b" c'         | coverage;a "b" c    | single quotes keep double ones
            coverage a\\ b             | coverage;a b        | a backslash keeps the next
            coverage 'a\\b'            | coverage;a\\b       | but not in single quotes
            coverage ""                | coverage;           | an empty word is a word
            coverage pre"fix mid"post  | coverage;prefix midpost | quotes inside a word
            # plans                    | ^^                  | a comment
            plans # all of them        | plans               | a comment after
            coverage a#b               | coverage;a#b        | no comment inside a word
            """)
    void a_line_is_split_as_a_shell_does(String line, String words, String why) {
        CommandLine any = new CommandLine(new Root(CLOCK));
        assertEquals(words, String.join(";", DoCommand.words(line, 1, any.getCommandSpec())), why);
    }

    @Test
    void an_open_quote_is_a_mistake_with_its_line() {
        CommandLine any = new CommandLine(new Root(CLOCK));
        ParameterException mistake =
                assertThrows(ParameterException.class, () -> DoCommand.words("plans 'a", 7, any.getCommandSpec()));
        assertTrue(String.valueOf(mistake.getMessage()).contains("line 7"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            foo                              | unknown command 'foo'
            plan                             | Did you mean plans
            plans --sttus HELD               | Did you mean --status
            plans --status                   | Try coverbook plans --help
            plans --status asleep            | there are SCHEDULED, ACTIVE
            invoices --period 2026-13        | write it as YYYY-MM, such as 2026-03
            month-end march                  | write it as YYYY-MM, such as 2026-03
            month-end                        | YYYY-MM
            reconcile --as-of 2026-02-30     | write it as YYYY-MM-DD, such as 2026-03-31
            reconcile --policy billing.zon=X | no policy billing.zon; there are billing.first-month
            import no/such/file              | no file or folder no/such/file
            import . --exported-at monday    | write it with its offset
            import . --kind plans            | is no kind of export
            coverage x --known march         | neither a day, such as 2026-03-31, nor a month
            coverage x --policy billing.z=X  | no policy billing.z; there are billing.first-month
            plans --json --csv               | give --json or --csv, not both
            do no-such-file                  | no file no-such-file
            explain charge PL-1              | write PLAN/TERM, such as PL-1/3
            explain term PL-1/first          | terms are counted from 0
            explain flag NO_PRICE            | write CODE/OBJECT
            explain payment PL-1             | explain
            flags --explain PRICE            | is no flag; there are EA_MISSING_PLAN
            """)
    void a_wrong_call_ends_with_2_and_a_hint(String words, String hint) {
        Said said = say(words.split(" "));
        assertEquals(Exit.USAGE, said.code(), said.err());
        assertTrue(said.err().contains(hint), said.err());
        assertEquals("", said.out());
        assertTrue(said.err().lines().count() <= 3, said.err());
    }

    @Test
    void every_command_has_help_that_names_its_options() {
        CommandLine program = new CommandLine(new Root(CLOCK));
        for (String name : program.getSubcommands().keySet()) {
            Said said = say(name, "--help");
            assertEquals(Exit.DONE, said.code());
            assertTrue(said.out().startsWith("Usage: coverbook " + name), said.out());
            assertTrue(said.out().contains("--data-dir"), said.out());
        }
        assertTrue(say("coverage", "--help").out().contains("--known"));
    }

    @Test
    void help_lists_the_exit_codes() {
        String help = say("--help").out();
        List.of("0", "2", "3", "4", "5", "6", "75").forEach(code -> assertTrue(help.contains("\n  " + code), help));
    }

    @Test
    void a_flag_is_explained_without_a_database() {
        Said said = say("flags", "--explain", "no-price");
        assertEquals(Exit.DONE, said.code(), said.err());
        assertTrue(said.out().startsWith("NO_PRICE: there is no price in the account's currency; "), said.out());
        assertTrue(said.out().contains("  who acts    finance\n"), said.out());
        String json = say("flags", "--explain", "NO_PRICE", "--json").out();
        assertTrue(json.contains("\"rules\" : [ \"X4\", \"X5\", \"C6\", \"X11\" ]"), json);
    }

    @Test
    void policies_show_what_is_set() {
        Said said = say("policies", "--policy", "invoice.day.ea=20");
        assertEquals(Exit.DONE, said.code());
        String line = said.out()
                .lines()
                .filter(l -> l.startsWith("invoice.day.ea"))
                .findFirst()
                .orElseThrow();
        assertTrue(line.matches("invoice\\.day\\.ea +20 +12 +a day from 1 to 28 .*"), line);
    }
}
