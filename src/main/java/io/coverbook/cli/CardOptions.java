package io.coverbook.cli;

import io.coverbook.request.Holidays;
import io.coverbook.schedule.CardException;
import io.coverbook.schedule.CardJob;
import io.coverbook.schedule.CardRunner;
import io.coverbook.schedule.JobCard;
import io.coverbook.schedule.JobCards;
import io.coverbook.store.ScheduleStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the cards are, and what works them off. */
final class CardOptions {

    @Option(
            names = "--jobs",
            paramLabel = "DIR",
            description = "the folder of the cards (COVERBOOK_JOBS, else those the program brings along)")
    private @Nullable Path jobs;

    /** Reads the cards, and refuses one that nobody could run. */
    JobCards cards(Root program) {
        Path folder = jobs != null
                ? jobs
                : Variable.COVERBOOK_JOBS.value().map(Path::of).orElse(null);
        JobCards cards = JobCards.read(folder);
        Holidays holidays = program.options().setting().reference().support().holidays();
        int year = Year.from(program.clock().instant().atOffset(ZoneOffset.UTC)).getValue();
        for (JobCard card : cards.all()) {
            String country = card.job() == CardJob.MONTH_END ? card.parameter("country") : "";
            if (!country.isEmpty() && holidays.source(country, year) == Holidays.Source.NONE) {
                throw new CardException(card.name() + ".yaml: no public holidays are known of '" + country
                        + "'; give another country, or nothing, or add them to holidays.csv of the reference data");
            }
        }
        return cards;
    }

    /** What works the cards off in this program. */
    static CardRunner runner(Root program, JobCards cards, CardLine line) {
        return new CardRunner(
                cards,
                line,
                new ScheduleStore(program.database()),
                new CardRunner.Setting(program.clock(), program.stop(), node()));
    }

    /** This program, by machine and process, told from an earlier one with the same number by when it began. */
    static String node() {
        ProcessHandle own = ProcessHandle.current();
        long began = own.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
        return host() + "-" + own.pid() + "-" + Long.toString(began, Character.MAX_RADIX);
    }

    private static String host() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.length() > 100 ? name.substring(0, 100) : name;
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
