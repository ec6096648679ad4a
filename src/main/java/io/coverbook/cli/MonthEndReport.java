package io.coverbook.cli;

import io.coverbook.answer.Codes;
import io.coverbook.batch.Results.Ending;
import io.coverbook.batch.Results.Freshness;
import io.coverbook.batch.Results.MonthEnd;
import io.coverbook.report.EarlyTable;
import io.coverbook.report.MonthScreen;
import io.coverbook.store.ImportOutcome;
import io.coverbook.store.MonthFigures;
import io.coverbook.store.MonthStore;
import io.coverbook.store.RunMark;
import io.coverbook.store.RunStore.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one screen that ends a month-end, and the files that go with it. */
final class MonthEndReport {

    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String RED = "31";

    private final MonthEnd result;
    private final YearMonth asked;
    private final Root program;
    private final List<Step> steps;

    private MonthEndReport(MonthEnd result, YearMonth asked, Root program) {
        this.result = result;
        this.asked = asked;
        this.program = program;
        this.steps = program.steps();
    }

    /** Writes the files, then says how it ended. */
    static void tell(MonthEnd result, YearMonth asked, Root program, @Nullable EarlyTable early) throws IOException {
        new MonthEndReport(result, asked, program).tell(early);
    }

    private void tell(@Nullable EarlyTable early) throws IOException {
        Freshness freshness = program.operations().freshness(result.month());
        MonthFolder folders = new MonthFolder(program);
        MonthFigures figures = figures();
        Path folder = null;
        for (YearMonth earlier : result.closedOnTheWay()) {
            folders.write(folders.closed(earlier), earlier, earlier.atEndOfMonth(), closedText(earlier));
        }
        if (figures != null) {
            folder = proposed() ? folders.proposed(result.month()) : folders.closed(result.month());
            if (result.ending() != Ending.CLOSED_BEFORE || folders.incomplete(folder)) {
                folders.write(folder, result.month(), figures.asOf(), text(figures, freshness, folder), early);
            }
        }
        if (program.options().json()) {
            MonthEndJson.write(program.out(), result, figures, freshness, folder);
        } else {
            program.out().print(text(figures, freshness, folder, program.colors()));
        }
        program.out().flush();
    }

    private boolean proposed() {
        return result.ending() == Ending.PROPOSED || result.ending() == Ending.AWAITS_APPROVAL;
    }

    private @Nullable MonthFigures figures() {
        MonthStore months = new MonthStore(program.database());
        RunMark run = result.run();
        LocalDate asOf = result.asOf();
        return switch (result.ending()) {
            case NOT_FRESH, CONTROLS_FAILED -> null;
            case PROPOSED, AWAITS_APPROVAL ->
                months.figures(result.month(), asOf == null ? result.month().atEndOfMonth() : asOf, run);
            case CLOSED, CLOSED_BEFORE -> closedFigures(months, result.month());
        };
    }

    private static MonthFigures closedFigures(MonthStore months, YearMonth month) {
        return months.figures(month, months.closedOn(month).orElseGet(month::atEndOfMonth), null);
    }

    private String closedText(YearMonth month) {
        MonthFigures figures = closedFigures(new MonthStore(program.database()), month);
        return name(month) + " is closed.\n\n" + new MonthScreen(figures, false, Codes::advice).text();
    }

    private String text(MonthFigures figures, Freshness freshness, Path folder) {
        return text(figures, freshness, folder, false);
    }

    private String text(@Nullable MonthFigures figures, Freshness freshness, @Nullable Path folder, boolean colors) {
        StringBuilder text = new StringBuilder();
        text.append(headline(colors)).append("\n");
        if (!result.closedOnTheWay().isEmpty()) {
            text.append(line("Closed first", String.join(", ", names(result.closedOnTheWay()))));
        }
        boolean before = result.ending() == Ending.CLOSED_BEFORE;
        (before ? List.<String>of() : warnings(freshness))
                .forEach(warning -> text.append(line(colors ? painted(YELLOW, "Warning") : "Warning", warning)));
        text.append('\n');
        text.append(files());
        if (figures != null) {
            text.append(new MonthScreen(figures, proposed(), Codes::advice).text());
        }
        text.append(MonthScreen.controls(result.controls()));
        if (folder != null) {
            text.append(line("Documents", folder + " (summary.txt and every table as CSV)"));
        }
        text.append(time());
        next().forEach(step -> text.append('\n').append(step).append('\n'));
        return text.toString();
    }

    private String headline(boolean colors) {
        String month = name(result.month());
        String says =
                switch (result.ending()) {
                    case CLOSED -> month + " is closed, as of " + result.asOf() + ".";
                    case CLOSED_BEFORE -> month + " was closed before: nothing changed, its documents are the same.";
                    case PROPOSED -> month + " is proposed, as of " + result.asOf() + ". Nothing is issued yet.";
                    case AWAITS_APPROVAL ->
                        month + " waits for the approval of a second person. Nothing is issued yet.";
                    case NOT_FRESH -> month + " is NOT closed: the facts do not reach its end (--require-fresh).";
                    case CONTROLS_FAILED ->
                        result.controls().isEmpty()
                                ? month + " is NOT closed: a file was refused. Nothing is issued."
                                : month + " is NOT closed: a control failed. Nothing is issued.";
                };
        String color =
                switch (result.ending()) {
                    case CLOSED, CLOSED_BEFORE -> GREEN;
                    case PROPOSED, AWAITS_APPROVAL -> YELLOW;
                    case NOT_FRESH, CONTROLS_FAILED -> RED;
                };
        String first = result.month().equals(asked) ? "" : name(asked) + " was asked for, but comes after this one.\n";
        return first + (colors ? painted(color, says) : says);
    }

    private static List<String> warnings(Freshness freshness) {
        List<String> warnings = new ArrayList<>();
        if (!freshness.over()) {
            warnings.add("the month is not over yet; what still happens in it is not in these figures");
        }
        freshness
                .older()
                .forEach((kind, day) -> warnings.add(
                        "the newest export of " + kind + " is of " + day + ", before the month's last day"));
        if (!freshness.any()) {
            warnings.add("nothing was ever imported; give the exports with --exports PATH");
        }
        return warnings;
    }

    private String files() {
        List<ImportOutcome> files = result.imported().files();
        if (files.isEmpty()) {
            return "";
        }
        long read = files.stream().mapToLong(file -> file.counts().read()).sum();
        long changes = files.stream()
                .mapToLong(file -> file.counts().added()
                        + file.counts().changed()
                        + file.counts().removed())
                .sum();
        long same = files.stream()
                .filter(file -> file.result() == ImportOutcome.Result.SAME)
                .count();
        String rejected = result.imported().rejected() == 0
                ? "none rejected"
                : result.imported().rejected() + " REJECTED";
        String words = String.format(
                Locale.ROOT, "%,d files, %,d rows read, %,d changes, %s", files.size(), read, changes, rejected);
        int later = result.imported().later().size();
        return line(
                        "Files",
                        words
                                + (same == 0 ? "" : ", " + same + " imported before")
                                + (later == 0 ? "" : ", " + later + " of a later month left alone"))
                + ImportReport.problems(result.imported());
    }

    private String time() {
        if (steps.isEmpty()) {
            return "";
        }
        long total = steps.stream().mapToLong(Step::millis).sum();
        long imports = 0;
        List<String> words = new ArrayList<>();
        for (Step step : steps) {
            if (RunSteps.ofMonth(step.name())) {
                words.add(step.name() + " " + seconds(step.millis()));
            } else {
                imports += step.millis();
            }
        }
        if (imports > 0) {
            words.add(0, "import " + seconds(imports));
        }
        return line("Time", seconds(total) + " s: " + String.join(", ", words));
    }

    private List<String> next() {
        YearMonth month = result.month();
        return switch (result.ending()) {
            case CLOSED, CLOSED_BEFORE -> List.of();
            case PROPOSED ->
                List.of("To issue exactly this: coverbook approve " + month
                        + "\nTo change it: correct the facts, import them, and preview again.");
            case AWAITS_APPROVAL ->
                List.of("Somebody other than " + program.options().actor()
                        + " issues exactly this with: coverbook approve " + month + " --as NAME");
            case NOT_FRESH -> List.of("Import the exports of the month's last day, or run without --require-fresh.");
            case CONTROLS_FAILED ->
                result.controls().isEmpty()
                        ? List.of()
                        : List.of("A failed control means that figures contradict each other. Keep the data folder and"
                                + " report it with this screen.");
        };
    }

    private static String line(String title, String words) {
        String blanks = title.length() < 13 ? " ".repeat(13 - title.length()) : "";
        return (title.startsWith("\u001b") ? title + "       " : title + blanks + " ") + words + "\n";
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }

    private static String painted(String color, String words) {
        return "\u001b[1;" + color + "m" + words + "\u001b[0m";
    }

    private static List<String> names(List<YearMonth> months) {
        return months.stream().map(MonthEndReport::name).toList();
    }

    static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }
}
