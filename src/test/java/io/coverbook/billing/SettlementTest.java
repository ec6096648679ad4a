package io.coverbook.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.coverbook.billing.Settlement.Owed;
import io.coverbook.billing.Settlement.Paid;
import io.coverbook.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {

    /** Lines: invoice, charge date in 2026, gross. Payments: day, invoice or none, amount or none. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            lines                                | payments                                 | settled         | why
            A 03-10 100                          |                                          | -               | E32 nobody paid
            A 03-10 100                          | 04-20 _ _                                | 04-20           | E31, C14
            A 03-10 100                          | 03-10 _ _                                | 03-10           | C14 on the charge date
            A 03-10 100                          | 03-09 _ _                                | -               | C14 before there was anything to pay
            A 03-10 100;B 04-10 100              | 04-20 _ _                                | 04-20 -         | C14 the oldest one
            A 03-10 100;B 04-10 100              | 04-20 _ _;04-20 _ _                      | 04-20 04-20     | one each
            A 03-10 100;B 04-10 100              | 04-01 _ _;05-01 _ _;06-01 _ _            | 04-01 05-01     | one too many
            A 03-10 100;B 04-10 100              | 04-05 _ _;04-06 _ _                      | 04-05 -         | the second came too early for the next line
            A 03-10 100;B 04-10 100              | 04-20 B _                                | - 04-20         | L19 it names its invoice
            A 03-10 100;B 04-10 100              | 04-20 B _;04-21 B _                      | - 04-20         | L19 and pays no other
            A 03-10 100                          | 03-01 A _                                | 03-01           | L19 paid ahead
            A 03-10 100                          | 04-20 X _                                | -               | L19 an invoice of another plan
            A 03-10 100                          | 04-20 _ 99.99                            | -               | L19 a part
            A 03-10 100                          | 04-20 _ 60;04-25 _ 40                    | 04-25           | L19 parts add up
            A 03-10 100                          | 04-20 A 60;04-25 _ 40                    | 04-25           | L19 however they are told
            A 03-10 100                          | 04-20 _ 60;04-25 _ _                     | 04-25           | L19 the rest without an amount
            A 03-10 125                          | 04-20 _ 100                              | -               | the tax is owed too
            A 03-10 100;B 04-10 100              | 04-20 _ 150;05-01 _ 50                   | 04-20 05-01     | what is over goes to the next
            A 03-10 100;B 04-10 100              | 04-20 A 150                              | 04-20 -         | but not past the invoice it names
            A 03-10 100;A 03-12 50;B 04-10 100   | 04-20 A 150                              | 04-20 04-20 -   | two lines of the plan on one invoice
            A 03-10 100;B 04-10 100              | 04-05 _ 150;05-01 _ 50                   | 04-05 -         | nor to what is not charged yet
            A 03-10 0;B 04-10 100                | 04-20 _ _                                | 03-10 04-20     | P51 nothing to pay
            A 03-10 100                          | 04-20 _ 0                                | -               | nothing was paid
            """)
    void payments_settle_lines(String lines, String payments, String settled, String why) {
        List<Owed> owed = parts(lines).stream()
                .map(p -> new Owed(p[0], day(p[1]), Money.rounded(Currency.getInstance("USD"), new BigDecimal(p[2]))))
                .toList();
        List<Paid> paid = parts(payments).stream()
                .map(p -> new Paid(
                        day(p[0]), p[1].equals("_") ? null : p[1], p[2].equals("_") ? null : new BigDecimal(p[2])))
                .toList();
        assertEquals(
                settled,
                Settlement.decide(owed, paid).stream()
                        .map(day -> day.map(d -> d.toString().substring(5)).orElse("-"))
                        .collect(Collectors.joining(" ")),
                why);
    }

    private static List<String[]> parts(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";")).map(part -> part.split(" ")).toList();
    }

    private static LocalDate day(String monthAndDay) {
        return LocalDate.parse("2026-" + monthAndDay);
    }
}
