package io.coverbook.schedule;

import io.coverbook.store.ScheduleStore.Last;
import io.coverbook.store.ScheduleStore.Pause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card as it stands.
 *
 * @param next its next times; of a month-end those at which it closes a month
 * @param due what is due of it now, earliest first
 * @param last its latest piece of work
 * @param usualMillis how long its work usually takes
 * @param pause who paused it, empty while it is not paused
 */
public record CardState(
        JobCard card,
        List<Instant> next,
        List<Due> due,
        @Nullable Last last,
        @Nullable Long usualMillis,
        @Nullable Pause pause) {}
