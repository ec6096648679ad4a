package io.coverbook.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cards of a folder, all good or none. */
public final class JobCards {

    private static final String ENDING = ".yaml";

    private final Map<String, JobCard> all;

    private JobCards(Map<String, JobCard> all) {
        this.all = all;
    }

    /**
     * Reads every card of the folder; without one, those that the program brings along.
     *
     * @throws CardException for the first card that cannot be used, and for a folder without any
     */
    public static JobCards read(@Nullable Path folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (folder == null) {
            for (CardJob job : CardJob.values()) {
                texts.put(job.label() + ENDING, standard(job));
            }
        } else {
            files(folder).forEach(file -> texts.put(name(file), text(file)));
        }
        if (texts.isEmpty()) {
            throw new CardException("there is no card (*.yaml) in " + folder + "; known jobs: " + known());
        }
        return of(texts);
    }

    /** The cards in these texts, by file name. */
    static JobCards of(Map<String, String> texts) {
        Map<String, JobCard> all = new LinkedHashMap<>();
        texts.forEach((file, text) -> {
            JobCard card = new CardReader(file).read(text);
            all.put(card.name(), card);
        });
        for (JobCard card : all.values()) {
            refuseUnknownOrder(card, all);
            refuseSecond(card, all);
        }
        return new JobCards(all);
    }

    private static void refuseUnknownOrder(JobCard card, Map<String, JobCard> all) {
        for (String earlier : card.after()) {
            if (!all.containsKey(earlier) || earlier.equals(card.name())) {
                throw new CardException(card.name() + ENDING + ": 'after' names '" + earlier
                        + "', and there is no such other card; known: " + String.join(", ", all.keySet()));
            }
        }
    }

    /** Only drop folders can be several. */
    private static void refuseSecond(JobCard card, Map<String, JobCard> all) {
        for (JobCard other : all.values()) {
            boolean clash = card.job() == CardJob.IMPORT
                    ? other.job() == CardJob.IMPORT && other.is("drop", card.parameter("drop"))
                    : other.job() == card.job();
            if (clash && !other.name().equals(card.name())) {
                throw new CardException(card.name() + ENDING + " and " + other.name() + ENDING + " do the same ("
                        + card.job().label() + "); keep one of them");
            }
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CardException("there is no folder " + folder + " with cards");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                if (name(file).endsWith(".yml")) {
                    throw new CardException(file + " would not be read: the name of a card ends with " + ENDING);
                }
            }
            return files.stream().filter(file -> name(file).endsWith(ENDING)).toList();
        } catch (IOException e) {
            throw new CardException("the folder " + folder + " cannot be read: " + e.getMessage());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CardException(file + " cannot be read as UTF-8: " + e.getMessage());
        }
    }

    private static String standard(CardJob job) {
        String name = "cards/" + job.label() + ENDING;
        try (InputStream in = Objects.requireNonNull(JobCards.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String known() {
        return String.join(", ", CardJob.labels());
    }

    /** In order of their files' names. */
    public List<JobCard> all() {
        return new ArrayList<>(all.values());
    }

    public Optional<JobCard> named(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /**
     * The card of that name.
     *
     * @throws CardException that lists the known ones when there is none
     */
    public JobCard required(String name) {
        return named(name)
                .orElseThrow(() -> new CardException(
                        "there is no card '" + name + "'; known: " + String.join(", ", all.keySet())));
    }
}
