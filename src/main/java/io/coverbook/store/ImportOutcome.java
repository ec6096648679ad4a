package io.coverbook.store;

import io.coverbook.ingest.FileWarning;
import io.coverbook.ingest.ReadTotals;
import io.coverbook.ingest.Reject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param message why it was not accepted, empty when it was
 * @param names of the files themselves: several where they are pages of one list
 * @param rejected the file of the rejected rows, if one was written
 * @param rejects the first rejected lines, at most twenty
 */
public record ImportOutcome(
        String file,
        String kind,
        Result result,
        String code,
        String message,
        Counts counts,
        List<Reject> rejects,
        List<FileWarning> warnings,
        List<ReadTotals.Cause> causes,
        @Nullable Path rejected,
        List<String> names) {

    /** The same with one more warning. */
    public ImportOutcome with(FileWarning warning) {
        List<FileWarning> more = new ArrayList<>(warnings);
        more.add(warning);
        return new ImportOutcome(
                file, kind, result, code, message, counts, rejects, List.copyOf(more), causes, rejected, names);
    }

    /** The ways a file can go. */
    public enum Result {
        ACCEPTED("its good rows are in; rejected ones are listed and wait to be corrected"),
        SAME("the very file was imported before, whatever its name: F18"),
        STALE("a newer export of its kind is in already: F17"),
        REFUSED("it cannot be trusted as a whole: the other F codes");

        private final String meaning;

        Result(String meaning) {
            this.meaning = meaning;
        }

        /** One line for people. */
        public String meaning() {
            return meaning;
        }
    }

    /** Every row read is one of added, changed, unchanged, duplicate or rejected (I9); removed rows were not read. */
    public record Counts(
            long read, long added, long changed, long unchanged, long duplicates, long rejected, long removed) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
    }
}
