package io.coverbook.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.schedule.JobCard;
import io.coverbook.schedule.JobCards;
import io.coverbook.testkit.OpenBook;
import io.coverbook.testkit.Portfolio;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/**
 * A year by itself, with a leap day and both changes of summer time, on two programs: one is killed three times in the
 * middle of its work, and three times nobody serves, once for three months. The times are those of Quartz's own triggers,
 * the cards are fired through Quartz on its tables. Every output table is, byte for byte, as when a person had given the
 * command of each day on that day.
 */
@ExtendWith(OpenBook.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScheduledYearIT {

    private static final LocalDate FIRST = LocalDate.of(2028, 2, 1);

    /** Somebody begins to serve, after that night's times. */
    private static final Instant BEGUN = Instant.parse("2028-02-01T02:00:00Z");

    private static final LocalDate LAST = LocalDate.of(2029, 2, 2);

    /** The second business days of Sweden, by hand: New Year's Day and the first of May fall on Mondays. */
    private static final List<String> CLOSING = List.of(
            "2028-03-02",
            "2028-04-04",
            "2028-05-03",
            "2028-06-02",
            "2028-07-04",
            "2028-08-02",
            "2028-09-04",
            "2028-10-03",
            "2028-11-02",
            "2028-12-04",
            "2029-01-03",
            "2029-02-02");

    /** Nobody serves from the first of each two days until before the second. */
    private static final List<List<String>> DOWNTIMES = List.of(
            List.of("2028-03-25", "2028-03-28"),
            List.of("2028-07-01", "2028-07-20"),
            List.of("2028-09-12", "2028-12-14"));

    /** From each of these days on the other program is killed in the first reconcile that it takes. */
    private static final List<String> KILLED_FROM = List.of("2028-02-29", "2028-05-03", "2028-08-31");

    private static final Map<String, String> CARDS = Map.of(
            "import",
            "job: import\ntitle: t\nschedule: { cron: \"0 15 2 1,28-31 * ?\", zone: Europe/Stockholm }\n"
                    + "parameters: { settle-seconds: 0, drop: DROP }\n",
            "reconcile",
            "job: reconcile\ntitle: t\nschedule: { cron: \"0 30 2 * * ?\", zone: Europe/Stockholm }\n"
                    + "after: [import, month-end]\n",
            "month-end",
            "job: month-end\ntitle: t\nschedule: { cron: \"0 0 6 1-7 * ?\", zone: Europe/Stockholm }\n"
                    + "after: [import, reconcile]\nparameters: { business-day: 2, country: SE, invoices: issue }\n",
            "purge",
            "job: purge\ntitle: t\nschedule: { cron: \"0 0 5 1 * ?\", zone: UTC }\nparameters: { keep-days: 400 }\n");

    private static final Pattern DAY = Pattern.compile("\\b(20\\d\\d-\\d\\d-\\d\\d)");
    private static final Pattern MONTH = Pattern.compile("\\b20(\\d\\d)(-\\d\\d)(?![-\\d])");

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private OpenBook book;
    private Path exports;

    @BeforeAll
    void a_customer_base_two_years_on(OpenBook open) throws IOException {
        book = open;
        Path told = new Portfolio(5, 12).write(open.folder("told"), 13);
        exports = open.folder("exports");
        try (Stream<Path> files = Files.walk(told)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                String day = name.replaceAll(".*(\\d{4}-\\d{2}-\\d{2})\\.csv", "$1");
                LocalDate end =
                        YearMonth.from(LocalDate.parse(day)).plusYears(2).atEndOfMonth();
                Path moved = exports.resolve(name.replace(day, end.toString()));
                Files.writeString(moved, later(Files.readString(file)));
            }
        }
    }

    /** 730 days, which are two years until the leap day. */
    private static String later(String text) {
        String days = DAY.matcher(text)
                .replaceAll(m -> LocalDate.parse(m.group(1)).plusDays(730).toString());
        return MONTH.matcher(days).replaceAll(m -> "20" + (Integer.parseInt(m.group(1)) + 2) + m.group(2));
    }

    @Test
    void a_year_by_itself_is_a_year_by_hand() throws Exception {
        Map<String, String> byHand = byHand();
        assertEquals(1 + 12 + 1, byHand.get("months.csv").lines().count(), byHand.get("months.csv"));
        book.empty();
        byItself();
        Map<String, String> byItself = book.tables();
        assertEquals(byHand.keySet(), byItself.keySet());
        byHand.forEach((name, text) -> assertEquals(text, byItself.get(name), name));

        List<String> days =
                FIRST.datesUntil(LAST.plusDays(1)).map(LocalDate::toString).toList();
        assertEquals(
                days, book.ask("select as_of from run where purpose = 'RECONCILE' and state = 'DONE' order by run_id"));
        assertEquals(
                CLOSING,
                book.ask("select as_of from run where purpose = 'MONTH_END' and state = 'DONE' order by run_id"));
        assertEquals(List.of("0"), book.ask("select count(*) from run where state = 'RUNNING'"));
        assertEquals(List.of("3"), book.ask("select count(*) from card_run where code = 137"));
        // Put off where the server had not noticed yet that a killed program was gone.
        assertEquals(List.of("0"), book.ask("select count(*) from card_run where code not in (0, 75, 137)"));
        assertEquals(
                List.of("0"),
                book.ask("select count(*) from batch_job_execution where status not in ('COMPLETED', 'FAILED')"));
    }

    /** Every command on its day, in the order of a diligent person. */
    private Map<String, String> byHand() throws IOException {
        book.empty();
        DrivenClock clock = new DrivenClock(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC));
        try (Root root = new Root(clock)) {
            StringWriter said = new StringWriter();
            PrintWriter out = new PrintWriter(said, true);
            Program.commandLine(root, out, out)
                    .parseArgs("--data-dir", book.dataDir().toString(), "--quiet");
            List<String> before = new ArrayList<>(files(LocalDate.of(2028, 1, 31)));
            for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
                clock.set(day.atTime(5, 0).toInstant(ZoneOffset.UTC));
                List<String> words = new ArrayList<>(before);
                before.clear();
                words.addAll(files(day));
                if (!words.isEmpty()) {
                    words.add(0, "import");
                    give(root, words);
                }
                // The job itself: a command would read the reference data anew for each of the days.
                root.operations().reconcile(day, false);
                if (CLOSING.contains(day.toString())) {
                    give(
                            root,
                            List.of(
                                    "month-end",
                                    YearMonth.from(day).minusMonths(1).toString()));
                }
            }
        }
        return book.tables();
    }

    private List<String> files(LocalDate day) throws IOException {
        try (Stream<Path> all = Files.list(exports)) {
            return all.filter(file -> file.toString().endsWith("-" + day + ".csv"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static void give(Root root, List<String> words) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        try (Root line = new Root(root)) {
            int code = Program.commandLine(line, out, out).execute(words.toArray(String[]::new));
            assertEquals(0, code, () -> words + said.toString());
        }
    }

    private void byItself() throws Exception {
        Path folder = book.folder("cards");
        Path drop = book.folder("drop");
        Path inbox = Files.createDirectories(drop.resolve("inbox"));
        for (Map.Entry<String, String> card : CARDS.entrySet()) {
            Files.writeString(
                    folder.resolve(card.getKey() + ".yaml"), card.getValue().replace("DROP", drop.toString()));
        }
        TreeMap<Instant, List<String>> times = times(JobCards.read(folder));
        DrivenClock clock = new DrivenClock(BEGUN);
        drop(BEGUN, inbox);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        SplittableRandom random = new SplittableRandom(28);
        ScheduleChild other = null;
        int killed = 0;
        try (ScheduleNode one = new ScheduleNode(
                book.dataDir(), folder, clock, nowhere, (card, outcome) -> told.add(card + " " + outcome.code()))) {
            awaitTold("");
            for (Map.Entry<Instant, List<String>> time : times.entrySet()) {
                drop(time.getKey(), inbox);
                String day = time.getKey().toString().substring(0, 10);
                if (down(day)) {
                    continue;
                }
                for (String card : time.getValue()) {
                    clock.set(time.getKey());
                    if (other == null) {
                        other = new ScheduleChild(book.dataDir(), folder, time.getKey(), told::add);
                        awaitTold("");
                    }
                    other.clock(time.getKey());
                    boolean toBeKilled = card.equals("reconcile")
                            && killed < KILLED_FROM.size()
                            && day.compareTo(KILLED_FROM.get(killed)) >= 0;
                    if (toBeKilled) {
                        boolean hit = killed(other, card);
                        other.close();
                        other = null;
                        // Once Quartz itself hands the work over, twice the next time comes first.
                        if (!hit || killed > 0) {
                            one.fire(card);
                        }
                        killed += hit ? 1 : 0;
                        awaitTold(card);
                    } else if (random.nextInt(3) == 0) {
                        other.fire(card);
                        awaitTold(card);
                    } else {
                        one.fire(card);
                        awaitTold(card);
                    }
                }
            }
        } finally {
            if (other != null) {
                other.close();
            }
        }
        assertEquals(3, killed);
    }

    /** Fires a card on a program and kills it as soon as it works; whether it was killed in the middle. */
    private boolean killed(ScheduleChild child, String card) throws Exception {
        told.clear();
        child.fire(card);
        String line = told.poll(120, TimeUnit.SECONDS);
        child.kill();
        return ScheduleChild.BEGAN.equals(line)
                && book.ask("select count(*) from card_run where ended_at is null")
                        .equals(List.of("1"));
    }

    /** All times of all cards in the year, by Quartz's own triggers. */
    private static TreeMap<Instant, List<String>> times(JobCards cards) {
        TreeMap<Instant, List<String>> times = new TreeMap<>();
        for (JobCard card : cards.all()) {
            Trigger trigger = TriggerBuilder.newTrigger()
                    .withSchedule(card.times().builder())
                    .build();
            Date until = Date.from(LAST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
            Date time = trigger.getFireTimeAfter(Date.from(BEGUN));
            while (time.before(until)) {
                times.computeIfAbsent(time.toInstant(), key -> new ArrayList<>())
                        .add(card.name());
                time = trigger.getFireTimeAfter(time);
            }
        }
        assertFalse(times.containsKey(Instant.parse("2028-03-26T01:30:00Z")), "02:30 does not exist that night");
        assertTrue(times.containsKey(Instant.parse("2028-10-29T01:30:00Z")), "of two 02:30 the second counts");
        return times;
    }

    /** Others put their exports into the inbox, whether anybody serves or not. */
    private void drop(Instant now, Path inbox) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(exports)) {
            all = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
        for (Path file : all) {
            String name = file.getFileName().toString();
            Instant exported = LocalDate.parse(name.substring(name.length() - 14, name.length() - 4))
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC);
            Path dropped = exports.resolve(name + ".dropped");
            if (!exported.isAfter(now) && Files.notExists(dropped)) {
                Files.createFile(dropped);
                Files.setLastModifiedTime(Files.copy(file, inbox.resolve(name)), FileTime.from(exported));
            }
        }
    }

    private static boolean down(String day) {
        return DOWNTIMES.stream().anyMatch(span -> day.compareTo(span.get(0)) >= 0 && day.compareTo(span.get(1)) < 0);
    }

    private void awaitTold(String card) throws InterruptedException {
        String beginning = card + " ";
        for (String line = told.poll(120, TimeUnit.SECONDS); line != null; line = told.poll(120, TimeUnit.SECONDS)) {
            if (line.startsWith(beginning)) {
                return;
            }
        }
        throw new AssertionError("nobody told of " + card);
    }
}
