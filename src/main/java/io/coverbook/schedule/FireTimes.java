package io.coverbook.schedule;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.ScheduleBuilder;

/** The times of a cron expression in a zone, as Quartz counts them. */
public final class FireTimes {

    private final CronExpression cron;
    private final ZoneId zone;

    private FireTimes(CronExpression cron, ZoneId zone) {
        this.cron = cron;
        this.zone = zone;
    }

    /**
     * The times of an expression.
     *
     * @param cron seconds, minutes, hours, days of the month, months, days of the week
     * @throws ParseException when Quartz does not understand it
     */
    public static FireTimes of(String cron, ZoneId zone) throws ParseException {
        CronExpression expression = new CronExpression(cron);
        expression.setTimeZone(TimeZone.getTimeZone(zone));
        return new FireTimes(expression, zone);
    }

    public String cron() {
        return cron.getCronExpression();
    }

    public ZoneId zone() {
        return zone;
    }

    /** The first time on or after an instant; empty when there is none any more. */
    public Optional<Instant> first(Instant onOrAfter) {
        Instant whole = Instant.ofEpochSecond(onOrAfter.getEpochSecond());
        Instant second = whole.equals(onOrAfter) ? whole : whole.plusSeconds(1);
        return after(second.minusSeconds(1));
    }

    private Optional<Instant> after(Instant instant) {
        Date next = cron.getNextValidTimeAfter(Date.from(instant));
        return Optional.ofNullable(next).map(Date::toInstant);
    }

    /** The next so many times after an instant. */
    public List<Instant> next(Instant after, int most) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> time = after(after);
        while (time.isPresent() && times.size() < most) {
            times.add(time.get());
            time = after(time.get());
        }
        return times;
    }

    /** For Quartz. A time that passed while nobody served is not made up for: what is due is found in the data. */
    public ScheduleBuilder<CronTrigger> builder() {
        return CronScheduleBuilder.cronSchedule(cron)
                .inTimeZone(cron.getTimeZone())
                .withMisfireHandlingInstructionDoNothing();
    }
}
