package io.coverbook.batch;

import io.coverbook.batch.StopSign.StoppedException;
import io.coverbook.store.RunMark;
import io.coverbook.store.RunStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/**
 * Runs a job: named steps in order, each convergent and in a transaction of its own, recorded by Spring Batch's JDBC
 * repository under the id and epoch of the run. A job that was killed, even one that had ended when its program was
 * gone, is started again from its first step under a new epoch; what is done already is then found done.
 */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final RunStore runs;
    private final Progress progress;
    private final Workshop.Batch batch;
    private final String actor;

    /** @param actor on whose behalf a run that is told to stop is ended */
    JobRunner(Workshop.Batch batch, RunStore runs, Progress progress, String actor) {
        this.batch = batch;
        this.runs = runs;
        this.progress = progress;
        this.actor = actor;
    }

    /**
     * What is left of a step after its beginning: parts that run side by side, each in transactions of its own, and then its
     * end. All say how many rows they wrote.
     *
     * @param begun the rows of the beginning
     */
    record Cut(long begun, List<LongSupplier> parts, LongSupplier end) {}

    /** The steps of a job, in order of addition; each says how many rows it wrote. */
    static final class Steps {

        private final Map<String, StepMaking> all = new LinkedHashMap<>();

        Steps then(String name, LongSupplier work) {
            all.put(name, (runner, run, safeBefore) -> runner.step(name, run, work, safeBefore));
            return this;
        }

        /** A step that is cut when it begins. */
        Steps inParts(String name, Supplier<Cut> work) {
            all.put(name, (runner, run, safeBefore) -> new PartedStep(runner, run, name, work).step(safeBefore));
            return this;
        }
    }

    private interface StepMaking {
        Step make(JobRunner runner, RunMark run, boolean safeBefore);
    }

    Workshop.Batch batch() {
        return batch;
    }

    Progress progress() {
        return progress;
    }

    /** Runs all steps or throws what the first failing one threw. */
    void run(String job, RunMark run, Steps steps) {
        JobParameters parameters = new JobParametersBuilder()
                .addLong("run", run.runId())
                .addLong("epoch", run.epoch())
                .toJobParameters();
        JobExecution execution = start(job(job, run, steps), parameters);
        if (execution.getStatus() == BatchStatus.STOPPED) {
            runs.finish(run, RunStore.Ending.FAILED, actor, "told to stop, between two steps");
            throw new StoppedException();
        }
        List<Throwable> failures = execution.getAllFailureExceptions();
        for (Throwable failure : failures) {
            if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failure instanceof Error error) {
                throw error;
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(job + " failed", failures.get(0));
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw new IllegalStateException(job + " ended as " + execution.getStatus());
        }
    }

    private JobExecution start(Job job, JobParameters parameters) {
        try {
            return batch.operator().start(job, parameters);
        } catch (JobInstanceAlreadyCompleteException
                | JobExecutionAlreadyRunningException
                | InvalidJobParametersException
                | JobRestartException e) {
            throw new IllegalStateException("the job repository refused " + job.getName() + ": " + e.getMessage(), e);
        }
    }

    private Job job(String name, RunMark run, Steps steps) {
        SimpleJobBuilder builder = null;
        JobBuilder first = new JobBuilder(name, batch.repository());
        for (StepMaking making : steps.all.values()) {
            Step step = making.make(this, run, builder != null);
            builder = builder == null ? first.start(step) : builder.next(step);
        }
        if (builder == null) {
            throw new IllegalArgumentException("a job without steps: " + name);
        }
        return builder.build();
    }

    private Step step(String name, RunMark run, LongSupplier work, boolean safeBefore) {
        // The work opens its own transactions, so that a refused file can be undone without undoing the step.
        return new StepBuilder(name, batch.repository())
                .tasklet(
                        (contribution, context) -> {
                            if (safeBefore && batch.stop().raised()) {
                                throw new JobInterruptedException("told to stop before " + name);
                            }
                            timed(name, run, work);
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .allowStartIfComplete(true)
                .build();
    }

    private void timed(String name, RunMark run, LongSupplier work) {
        progress.step(name);
        long began = batch.clock().millis();
        marked(name, run, () -> done(name, run, began, work.getAsLong()));
    }

    /** Does the work with run and step in every line of the log. */
    static long marked(String name, RunMark run, LongSupplier work) {
        MDC.put("run_id", String.valueOf(run.runId()));
        MDC.put("step", name);
        try {
            return work.getAsLong();
        } finally {
            List.of("run_id", "step", "import_id").forEach(MDC::remove);
        }
    }

    long done(String name, RunMark run, long began, long rows) {
        long millis = batch.clock().millis() - began;
        runs.step(run, new RunStore.Step(name, millis, rows));
        progress.done(name, millis, rows);
        LOG.info("step {} of run {} done: {} rows in {} ms", name, run.runId(), rows, millis);
        return rows;
    }
}
