package io.coverbook.cli;

import io.coverbook.batch.Results.Ending;
import io.coverbook.batch.Results.MonthEnd;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code approve YYYY-MM}: issues exactly the proposal that stands. */
@Command(name = "approve", description = "Issues the proposal of a month exactly as it was previewed.")
final class ApproveCommand implements Callable<Integer> {

    @ParentCommand
    private @Nullable Root root;

    @Parameters(paramLabel = "YYYY-MM", description = "the month of the proposal")
    private @Nullable YearMonth month;

    @Override
    public Integer call() throws IOException {
        Root program = Objects.requireNonNull(root);
        YearMonth approved = Objects.requireNonNull(month);
        MonthEnd result = program.operations().approve(approved);
        MonthEndReport.tell(result, approved, program, null);
        return result.ending() == Ending.CLOSED ? Exit.DONE : Exit.CONTROL;
    }
}
