package io.coverbook.schedule;

import io.coverbook.batch.StopSign.StoppedException;
import io.coverbook.schedule.CardRunner.Outcome;
import java.text.ParseException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.spi.JobFactory;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Quartz, clustered on its tables in the same database: wakes the cards at their times on one of the programs that serve,
 * and all of them when a program begins to serve and every few minutes, so that nothing depends on one time being met.
 */
public final class Timetable implements AutoCloseable {

    private static final String GROUP = "cards";

    /** The job that looks after all cards; no card can have this name. */
    private static final String WATCH = "WATCH";

    private final Ground ground;
    private final SchedulerFactoryBean factory;
    private final Scheduler scheduler;

    /**
     * What the timetable rests on.
     *
     * @param told is told what was done of a card, or of all of them under an empty name
     */
    public record Ground(
            Database database, JobCards cards, CardRunner runner, Pace pace, BiConsumer<String, Outcome> told) {}

    /**
     * How often it looks by itself.
     *
     * @param checkInMillis how often programs show each other that they live
     * @param watchTimes when all cards are looked after, in Quartz's words, in UTC
     */
    public record Pace(int checkInMillis, String watchTimes) {

        /** Every five minutes, between the times that people choose for cards. */
        public static final String WATCH_TIMES = "30 2/5 * * * ?";
    }

    /**
     * The database as Quartz uses it.
     *
     * @param node the name of this program among those that serve
     */
    public record Database(DataSource source, PlatformTransactionManager transactions, String node) {}

    private Timetable(Ground ground) throws Exception {
        this.ground = ground;
        this.factory = factory(ground);
        this.scheduler = Objects.requireNonNull(factory.getObject());
    }

    /** Puts the cards on the timetable, in place of those of an earlier start. Nothing is woken yet. */
    public static Timetable of(Ground ground) throws Exception {
        Timetable timetable = new Timetable(ground);
        timetable.together(timetable::enter);
        return timetable;
    }

    private SchedulerFactoryBean factory(Ground ground) throws Exception {
        SchedulerFactoryBean bean = new SchedulerFactoryBean();
        bean.setSchedulerName("coverbook");
        bean.setDataSource(ground.database().source());
        bean.setTransactionManager(ground.database().transactions());
        bean.setQuartzProperties(properties(ground));
        JobFactory wakers = (bundle, own) -> waker();
        bean.setJobFactory(wakers);
        bean.setAutoStartup(false);
        bean.setWaitForJobsToCompleteOnShutdown(true);
        bean.afterPropertiesSet();
        return bean;
    }

    private Job waker() {
        return new CardWaker(this);
    }

    private static Properties properties(Ground ground) {
        Properties properties = new Properties();
        properties.setProperty(
                "org.quartz.scheduler.instanceId", ground.database().node());
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        properties.setProperty(
                "org.quartz.jobStore.clusterCheckinInterval",
                Integer.toString(ground.pace().checkInMillis()));
        properties.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", "60000");
        return properties;
    }

    private interface Step {
        void run() throws SchedulerException;
    }

    /** Quartz's calls from outside take part in a transaction of ours, or each of their statements stands alone. */
    private void together(Step step) throws SchedulerException {
        List<SchedulerException> failed = new ArrayList<>();
        new TransactionTemplate(ground.database().transactions()).executeWithoutResult(status -> {
            try {
                step.run();
            } catch (SchedulerException e) {
                status.setRollbackOnly();
                failed.add(e);
            }
        });
        if (!failed.isEmpty()) {
            throw failed.get(0);
        }
    }

    private void enter() throws SchedulerException {
        for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
            if (!key.getName().equals(WATCH)
                    && ground.cards().named(key.getName()).isEmpty()) {
                scheduler.deleteJob(key);
            }
        }
        for (JobCard card : ground.cards().all()) {
            enter(card.name(), card.times());
        }
        try {
            enter(WATCH, FireTimes.of(ground.pace().watchTimes(), ZoneOffset.UTC));
        } catch (ParseException e) {
            throw new SchedulerException("the times of the watch are wrong", e);
        }
    }

    private void enter(String name, FireTimes times) throws SchedulerException {
        JobDetail job = JobBuilder.newJob(CardWaker.class)
                .withIdentity(name, GROUP)
                .storeDurably()
                .requestRecovery()
                .build();
        scheduler.scheduleJob(
                job,
                Set.of(TriggerBuilder.newTrigger()
                        .withIdentity(name, GROUP)
                        .forJob(job)
                        .withSchedule(times.builder())
                        .build()),
                true);
    }

    /** From now on cards are woken at their times, and all of them once at once. */
    public void start() throws SchedulerException {
        scheduler.start();
        fire(WATCH);
    }

    /** Wakes a card now, on whichever program takes it first. */
    public void fire(String card) throws SchedulerException {
        together(() -> scheduler.triggerJob(new JobKey(card, GROUP)));
    }

    void woken(String name) {
        String card = name.equals(WATCH) ? "" : name;
        try {
            Outcome outcome = card.isEmpty()
                    ? ground.runner().catchUp()
                    : ground.runner().run(ground.cards().required(card), false);
            ground.told().accept(card, outcome);
        } catch (StoppedException e) {
            // The program is to end, and what is due stays due.
            return;
        }
    }

    /** Wakes nothing any more, and waits for what runs. */
    @Override
    public void close() throws SchedulerException {
        factory.destroy();
    }
}
