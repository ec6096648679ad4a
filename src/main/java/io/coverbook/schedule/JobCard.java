package io.coverbook.schedule;

import java.util.List;
import java.util.Map;

/**
 * A card: a job, when it is woken, and with what.
 *
 * @param name that of its file
 * @param title what it does, for people
 * @param times when it is woken
 * @param after the cards whose earlier work is done first
 * @param parameters by name, every one of its job
 */
public record JobCard(
        String name, CardJob job, String title, FireTimes times, List<String> after, Map<String, String> parameters) {

    /** The value of a parameter of its job. */
    public String parameter(String parameter) {
        String value = parameters.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException(job.label() + " has no parameter " + parameter);
        }
        return value;
    }

    boolean is(String parameter, String value) {
        return parameter(parameter).equals(value);
    }

    int number(String parameter) {
        return Integer.parseInt(parameter(parameter));
    }
}
