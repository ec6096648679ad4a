package io.coverbook.cli;

import io.coverbook.batch.Operations;
import io.coverbook.batch.Operations.Standing;
import io.coverbook.request.Holidays;
import io.coverbook.schedule.CardJob;
import io.coverbook.schedule.CardWork;
import io.coverbook.schedule.JobCard;
import io.coverbook.store.OutboxStore;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the commands of a card in this program, exactly as a line of a script would. */
final class CardLine implements CardWork {

    /** On whose behalf the schedule works unless somebody was named. */
    private static final String SCHEDULE = "schedule";

    private final Root program;
    private final Operations operations;
    private final Holidays holidays;
    private final boolean asked;

    /** @param asked whether a person waits for the answer, and reads it as it comes */
    CardLine(Root program, boolean asked) {
        this.program = program;
        this.operations = program.operations();
        this.holidays = program.options().setting().reference().support().holidays();
        this.asked = asked;
    }

    @Override
    public Said say(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--as", actor()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        boolean echo = asked && !program.options().json();
        try (Root line = new Root(program);
                PrintWriter said = new PrintWriter(echo ? new Both(out, program.out()) : out, true);
                PrintWriter told = new PrintWriter(new Both(err, program.err()), true)) {
            line.options().plain();
            int code = Program.commandLine(line, said, told).execute(all.toArray(String[]::new));
            if (code == Exit.USAGE || code == Exit.CLOSED || (code == Exit.ERROR && !Program.tells(words.get(0)))) {
                // No run tells of these, and nobody may be looking.
                line.workFailed(words.get(0), ScheduleReport.reason(err.toString()));
                line.tell();
            }
            boolean good = code == Exit.DONE || code == Exit.REJECTED;
            return new Said(code, good ? out.toString() : out + err.toString());
        }
    }

    @Override
    public String actor() {
        String named = program.options().named();
        return asked ? program.options().actor() : named == null || named.isBlank() ? SCHEDULE : named;
    }

    @Override
    public Standing standing(YearMonth month) {
        return operations.standing(month);
    }

    @Override
    public String drop(JobCard card) {
        return card.job() == CardJob.IMPORT ? folder(card).toString() : "";
    }

    private Path folder(JobCard card) {
        return program.options().dataDir().resolve(card.parameter("drop"));
    }

    @Override
    public List<Instant> waiting(JobCard card) {
        Duration settle = Duration.ofSeconds(Long.parseLong(card.parameter("settle-seconds")));
        Instant now = program.clock().instant();
        try {
            return new DropFolder(folder(card), settle, now).due();
        } catch (IOException e) {
            // The import says what is wrong with the folder.
            return List.of(DropFolder.today(now));
        }
    }

    @Override
    public Optional<Instant> untold() {
        return new OutboxStore(program.database()).next();
    }

    @Override
    public boolean holiday(String country, LocalDate day) {
        return holidays.on(country, day) != null;
    }

    /** Writes twice; what is closed is the first alone. */
    private static final class Both extends FilterWriter {

        private final PrintWriter second;

        Both(Writer first, PrintWriter second) {
            super(first);
            this.second = second;
        }

        @Override
        public void write(int c) throws IOException {
            super.write(c);
            second.write(c);
        }

        @Override
        public void write(char[] text, int off, int len) throws IOException {
            super.write(text, off, len);
            second.write(text, off, len);
        }

        @Override
        public void write(String text, int off, int len) throws IOException {
            super.write(text, off, len);
            second.write(text, off, len);
        }

        @Override
        public void flush() throws IOException {
            super.flush();
            second.flush();
        }
    }
}
