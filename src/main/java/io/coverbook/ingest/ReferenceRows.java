package io.coverbook.ingest;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import io.coverbook.ingest.ReferenceData.ReferenceException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a file of reference data with their lines, to show which of them a figure rests on. */
public final class ReferenceRows {

    /** A row: the number of its line, and its cells by the names of the header. */
    public record Row(int line, Map<String, String> cells) {

        /** The cell of a column; empty where the file has no such column. */
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private ReferenceRows() {}

    /** The rows of a file that was read and used before. */
    public static List<Row> of(String content) {
        List<Row> rows = new ArrayList<>();
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(content))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .withVerifyReader(false)
                .withMultilineLimit(1)
                .build()) {
            String[] header = reader.readNext();
            if (header == null) {
                return rows;
            }
            for (String[] cells = reader.readNext(); cells != null; cells = reader.readNext()) {
                Map<String, String> named = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(header.length, cells.length); i++) {
                    named.put(header[i].strip(), cells[i].strip());
                }
                rows.add(new Row((int) reader.getLinesRead(), named));
            }
            return rows;
        } catch (IOException | CsvValidationException e) {
            throw new ReferenceException(String.valueOf(e.getMessage()));
        }
    }
}
