package io.coverbook.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeStateTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            recorded | desired | next     | why
            OPEN     | OPEN    | OPEN     | X2
            OPEN     | HELD    | HELD     | C2
            OPEN     |         | VOIDED   | E61d
            HELD     | OPEN    | OPEN     | X11 released
            HELD     | HELD    | HELD     | X11
            HELD     |         | VOIDED   | C1
            VOIDED   | OPEN    | OPEN     | C1 desired again
            VOIDED   | HELD    | HELD     | C1
            VOIDED   |         | VOIDED   | C1
            INVOICED | OPEN    | INVOICED | I11 frozen
            INVOICED | HELD    | INVOICED | C2
            INVOICED |         | CREDITED | E61b C8
            CREDITED | OPEN    | CREDITED | C1 never again
            CREDITED | HELD    | CREDITED | C1
            CREDITED |         | CREDITED | C1
            """)
    void what_becomes_of_a_recorded_charge(ChargeState recorded, ChargeState desired, ChargeState next, String why) {
        assertEquals(next, recorded.next(desired), why);
    }
}
