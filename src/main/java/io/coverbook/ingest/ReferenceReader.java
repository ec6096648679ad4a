package io.coverbook.ingest;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import io.coverbook.ingest.ReferenceData.ReferenceException;
import io.coverbook.ingest.ReferenceData.ReferenceText;
import io.coverbook.plan.PriceBook;
import io.coverbook.plan.TaxRates;
import io.coverbook.plan.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads reference data: the files of a folder, and the program's own where the folder has none (CONTRACT 4). */
public final class ReferenceReader {

    private static final List<String> NAMES = List.of(
            "business-hours.csv",
            "ea-upgrade-regions.csv",
            "fx-rates.csv",
            "holidays.csv",
            "markets.csv",
            "prices.csv",
            "response-targets.csv",
            "service-exceptions.csv",
            "services.csv",
            "tax-rates.csv");

    private final PriceBook prices = new PriceBook();
    private final TaxRates taxes = new TaxRates();
    private final Set<String> denied = new HashSet<>();
    private final Set<String> notOffered = new HashSet<>();
    private final SupportTermsReader support = new SupportTermsReader();

    private ReferenceReader() {}

    /** What one line means; the cells are in the order of the columns asked for. */
    interface Line {
        void take(String[] cells);
    }

    /**
     * All reference data.
     *
     * @param folder with files that replace the defaults of the same name, empty for the defaults alone
     * @throws ReferenceException if a file cannot be used
     */
    public static ReferenceData read(@Nullable Path folder) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ReferenceException("no folder " + folder + " with reference data; check --reference");
        }
        List<ReferenceText> files =
                NAMES.stream().map(name -> text(folder, name)).toList();
        ReferenceReader reader = new ReferenceReader();
        files.forEach(reader::take);
        StringBuilder all = new StringBuilder();
        files.forEach(file ->
                all.append(file.name()).append(' ').append(file.sha256()).append('\n'));
        return new ReferenceData(
                reader.prices,
                reader.taxes,
                Set.copyOf(reader.denied),
                Set.copyOf(reader.notOffered),
                reader.support.terms(text(null, SupportTermsReader.HOURS)),
                files,
                sha256(all.toString()));
    }

    /** SHA-256 in hex. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ReferenceText text(@Nullable Path folder, String name) {
        try {
            Path own = folder == null ? null : folder.resolve(name);
            if (own != null && Files.isRegularFile(own)) {
                String content = Files.readString(own, StandardCharsets.UTF_8);
                return new ReferenceText(name, sha256(content), content);
            }
            try (InputStream in = ReferenceReader.class.getResourceAsStream("reference/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("the program lacks its own " + name);
                }
                String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new ReferenceText(name, sha256(content), content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(ReferenceText file) {
        switch (file.name()) {
            case "prices.csv" ->
                each(
                        file,
                        List.of("tier", "currency", "valid_from", "amount"),
                        c -> prices.price(Tier.valueOf(c[0]), c[1], LocalDate.parse(c[2]), amount(c[3])));
            case "fx-rates.csv" ->
                each(
                        file,
                        List.of("month", "currency", "rate"),
                        c -> prices.rate(YearMonth.parse(c[0]), c[1], amount(c[2])));
            case "tax-rates.csv" ->
                each(
                        file,
                        List.of("country", "valid_from", "rate"),
                        c -> taxes.rate(c[0], LocalDate.parse(c[1]), amount(c[2])));
            case "ea-upgrade-regions.csv" ->
                each(file, List.of("country", "available"), c -> {
                    if (!Boolean.parseBoolean(c[1])) {
                        denied.add(c[0]);
                    }
                });
            case "markets.csv" ->
                each(file, List.of("country", "offered"), c -> {
                    if (!Boolean.parseBoolean(c[1])) {
                        notOffered.add(c[0]);
                    }
                });
            default -> support.take(file);
        }
    }

    private static BigDecimal amount(String text) {
        BigDecimal amount = new BigDecimal(text);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("negative");
        }
        return amount;
    }

    static void each(ReferenceText file, List<String> columns, Line line) {
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(file.content()))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .withVerifyReader(false)
                .withMultilineLimit(1)
                .build()) {
            int[] at = positions(file, columns, reader.readNext());
            for (String[] cells = reader.readNext(); cells != null; cells = reader.readNext()) {
                if (cells.length > 1 || !cells[0].isBlank()) {
                    take(file, reader.getLinesRead(), pick(file, reader.getLinesRead(), cells, at), line);
                }
            }
        } catch (IOException | CsvValidationException e) {
            throw new ReferenceException(file.name() + ": " + e.getMessage());
        }
    }

    private static void take(ReferenceText file, long number, String[] cells, Line line) {
        try {
            line.take(cells);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ReferenceException(file.name() + " line " + number + " cannot be read: " + String.join(",", cells)
                    + " (" + e.getMessage() + ")");
        }
    }

    private static String[] pick(ReferenceText file, long number, String[] cells, int[] at) {
        String[] picked = new String[at.length];
        for (int i = 0; i < at.length; i++) {
            if (at[i] >= cells.length) {
                throw new ReferenceException(file.name() + " line " + number + " has only " + cells.length + " cells");
            }
            picked[i] = cells[at[i]].strip();
        }
        return picked;
    }

    private static int[] positions(ReferenceText file, List<String> columns, String @Nullable [] header) {
        List<String> names = new ArrayList<>();
        for (String name : header == null ? new String[0] : header) {
            names.add(name.strip());
        }
        int[] at = columns.stream().mapToInt(names::indexOf).toArray();
        for (int i = 0; i < at.length; i++) {
            if (at[i] < 0) {
                throw new ReferenceException(
                        file.name() + " has no column " + columns.get(i) + "; it needs " + String.join(",", columns));
            }
        }
        return at;
    }
}
