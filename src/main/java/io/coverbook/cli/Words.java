package io.coverbook.cli;

import io.coverbook.answer.AsKnown;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How the words of a call are read, and what is said about words that cannot be. */
final class Words {

    /** How the last line of a refused call begins. */
    static final String SEE = "Try ";

    private Words() {}

    /** A day of the years 1 to 9998: nobody means others, and the last year stands for no end. */
    static LocalDate day(String word) {
        try {
            LocalDate day = LocalDate.parse(word);
            if (day.getYear() < 1 || day.getYear() > 9998) {
                throw new DateTimeException(word);
            }
            return day;
        } catch (DateTimeException e) {
            throw refused("'" + word + "' is no day of the calendar; write it as YYYY-MM-DD, such as 2026-03-31", e);
        }
    }

    static YearMonth month(String word) {
        try {
            return YearMonth.parse(word);
        } catch (DateTimeException e) {
            throw refused("'" + word + "' is no month; write it as YYYY-MM, such as 2026-03", e);
        }
    }

    static AsKnown known(String word) {
        try {
            return word.length() == 7 ? AsKnown.atClose(month(word)) : AsKnown.on(day(word));
        } catch (TypeConversionException e) {
            TypeConversionException refusal = new TypeConversionException(
                    "'" + word + "' is neither a day, such as 2026-03-31, nor a month, such as 2026-03");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static TypeConversionException refused(String message, DateTimeException cause) {
        TypeConversionException refusal = new TypeConversionException(message);
        refusal.initCause(cause);
        return refusal;
    }

    /** One line that says what is wrong, one with the nearest good words if there are any, one that says where help is. */
    static int refuse(ParameterException mistake, String... words) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(message(mistake));
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                err.println("Did you mean " + String.join(" or ", near.subList(0, Math.min(3, near.size()))) + "?");
            }
        }
        err.println(SEE + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return Exit.USAGE;
    }

    private static String message(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().get(0);
            boolean commands = !mistake.getCommandLine().getSubcommands().isEmpty();
            String what = first.startsWith("-") ? "option" : commands ? "command" : "word";
            return "unknown " + what + " '" + first + "'";
        }
        String message = String.valueOf(mistake.getMessage());
        return message.isEmpty() ? message : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
