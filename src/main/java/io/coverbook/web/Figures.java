package io.coverbook.web;

import io.coverbook.store.Database;
import io.coverbook.store.MeasureStore;
import io.coverbook.store.MeasureStore.Measure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Reads the figures again and again and keeps the meters at them, so that asking for meters costs the database nothing. */
final class Figures implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);
    private static final long EVERY_SECONDS = 30;

    private final MeasureStore store;
    private final Clock clock;
    private final @Nullable Path inbox;
    private final Map<Figure, MultiGauge> gauges = new EnumMap<>(Figure.class);
    private final ScheduledExecutorService again;
    private final Future<?> reading;
    private volatile List<Measure> last = List.of();

    /** @param drop the drop folder, empty where none is watched */
    Figures(Database database, Clock clock, MeterRegistry registry, Optional<Path> drop) {
        this.store = new MeasureStore(database);
        this.clock = clock;
        this.inbox = drop.map(folder -> folder.resolve("inbox")).orElse(null);
        for (Figure figure : Figure.values()) {
            gauges.put(
                    figure,
                    MultiGauge.builder(figure.meter())
                            .description(figure.meaning())
                            .register(registry));
        }
        read();
        again = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "figures");
            thread.setDaemon(true);
            return thread;
        });
        reading = again.scheduleWithFixedDelay(this::read, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Reads all figures now; what the database does not say while it is away keeps its last value. */
    void read() {
        Instant now = clock.instant();
        List<Measure> measures = new ArrayList<>();
        boolean up = true;
        try {
            measures.addAll(store.read(now));
            measures.add(measure(Figure.RUNS_STOPPED, (double) store.stopped()));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the figures cannot be read: the database is away", e);
            up = false;
            measures.addAll(last.stream()
                    .filter(measure -> !measure.name().equals(Figure.DATABASE_UP.name())
                            && !measure.name().equals(Figure.FILE_AGE.name()))
                    .toList());
        }
        measures.add(measure(Figure.DATABASE_UP, up ? 1 : 0));
        oldest(now).ifPresent(age -> measures.add(measure(Figure.FILE_AGE, age)));
        last = List.copyOf(measures);
        gauges.forEach((figure, gauge) -> gauge.register(rows(figure, measures), true));
    }

    private static Measure measure(Figure figure, double value) {
        return new Measure(figure.name(), "", "", value);
    }

    private static List<MultiGauge.Row<?>> rows(Figure figure, List<Measure> measures) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (Measure measure : measures) {
            if (measure.name().equals(figure.name())) {
                rows.add(MultiGauge.Row.of(tags(figure, measure), measure.value()));
            }
        }
        return rows;
    }

    private static Tags tags(Figure figure, Measure measure) {
        List<String> words = List.of(measure.word(), measure.secondWord());
        Tags tags = Tags.empty();
        for (int i = 0; i < figure.tags().size(); i++) {
            tags = tags.and(figure.tags().get(i), words.get(i));
        }
        return tags;
    }

    /** How old the oldest file of the inbox is in seconds, 0 when there is none; empty when no folder is watched. */
    private Optional<Double> oldest(Instant now) {
        Path folder = inbox;
        if (folder == null) {
            return Optional.empty();
        }
        double oldest = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                oldest = Math.max(
                        oldest,
                        Duration.between(Files.getLastModifiedTime(file).toInstant(), now)
                                        .toMillis()
                                / 1000.0);
            }
            return Optional.of(oldest);
        } catch (IOException e) {
            LOG.warn("the drop folder {} cannot be read: {}", folder, e.getMessage());
            return Optional.empty();
        }
    }

    /** The value of a figure that has no words, or of all its words together; empty when it is not known. */
    Optional<Double> value(Figure figure) {
        return last.stream()
                .filter(measure -> measure.name().equals(figure.name()))
                .map(Measure::value)
                .reduce(Double::sum);
    }

    /** The same for one word or pair of words. */
    double value(Figure figure, String secondWord) {
        return last.stream()
                .filter(measure -> measure.name().equals(figure.name())
                        && measure.secondWord().equals(secondWord))
                .mapToDouble(Measure::value)
                .sum();
    }

    @Override
    public void close() {
        reading.cancel(true);
        again.shutdownNow();
    }
}
