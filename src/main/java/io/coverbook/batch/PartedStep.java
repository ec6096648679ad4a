package io.coverbook.batch;

import io.coverbook.store.RunMark;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.support.DefaultStepExecutionAggregator;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** A step whose parts are the partitions of Spring Batch, each a step execution of the job repository. */
final class PartedStep {

    private static final String PART = "part";

    private final JobRunner runner;
    private final RunMark run;
    private final String name;
    private final Supplier<JobRunner.Cut> work;
    private final AtomicLong rows = new AtomicLong();
    private JobRunner.@Nullable Cut cut;
    private long began;

    PartedStep(JobRunner runner, RunMark run, String name, Supplier<JobRunner.Cut> work) {
        this.runner = runner;
        this.run = run;
        this.name = name;
        this.work = work;
    }

    /** @param safeBefore whether the program may stop before it */
    Step step(boolean safeBefore) {
        AtomicBoolean stopped = new AtomicBoolean();
        StepExecutionListener sign = new StepExecutionListener() {
            @Override
            public void beforeStep(StepExecution execution) {
                if (safeBefore && runner.batch().stop().raised()) {
                    stopped.set(true);
                    execution.setTerminateOnly();
                }
            }
        };
        return new StepBuilder(name, runner.batch().repository())
                .listener(sign)
                .allowStartIfComplete(true)
                .partitioner(name + " " + PART, size -> stopped.get() ? Map.of() : begin())
                .step(part())
                .taskExecutor(new SimpleAsyncTaskExecutor(name + "-"))
                .aggregator((whole, parts) -> end(whole, parts))
                .build();
    }

    private Map<String, ExecutionContext> begin() {
        runner.progress().step(name);
        began = runner.batch().clock().millis();
        JobRunner.marked(name, run, () -> {
            cut = work.get();
            return 0;
        });
        Map<String, ExecutionContext> parts = new TreeMap<>();
        for (int i = 0; i < cut().parts().size(); i++) {
            ExecutionContext context = new ExecutionContext();
            context.putInt(PART, i);
            parts.put(String.valueOf(i + 1), context);
        }
        return parts;
    }

    private Step part() {
        return new StepBuilder(name + " " + PART, runner.batch().repository())
                .tasklet(
                        (contribution, context) -> {
                            int number = contribution
                                    .getStepExecution()
                                    .getExecutionContext()
                                    .getInt(PART);
                            rows.addAndGet(
                                    JobRunner.marked(name, run, cut().parts().get(number)));
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }

    private void end(StepExecution whole, Collection<StepExecution> parts) {
        new DefaultStepExecutionAggregator().aggregate(whole, parts);
        if (cut != null && parts.stream().allMatch(part -> part.getStatus() == BatchStatus.COMPLETED)) {
            JobRunner.marked(name, run, () -> {
                long ended = cut().end().getAsLong();
                return runner.done(name, run, began, cut().begun() + rows.get() + ended);
            });
        }
    }

    private JobRunner.Cut cut() {
        return Objects.requireNonNull(cut);
    }
}
