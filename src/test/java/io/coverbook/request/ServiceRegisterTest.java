package io.coverbook.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.coverbook.request.ServiceRegister.Kind;
import io.coverbook.request.ServiceRegister.NotSupported;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceRegisterTest {

    private static ServiceRegister register() {
        ServiceRegister register = new ServiceRegister();
        register.released("Search", "", Lifecycle.GA);
        register.released("Search", "north", Lifecycle.PUBLIC_PREVIEW);
        register.released("Vision", "", Lifecycle.LIMITED_PREVIEW);
        register.released("", "moon", Lifecycle.PRIVATE_PREVIEW);
        register.exception(new NotSupported(
                "Search", "south", Kind.GA, LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28")));
        register.exception(new NotSupported("Speech", "", Kind.GA, LocalDate.parse("2026-03-01"), null));
        return register;
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            service | region | lifecycle       | known | why
            Search  |        | GA              | true  | everywhere
            Search  | south  | GA              | true  | no row of its own
            SEARCH  | North  | PUBLIC_PREVIEW  | true  | there, in any case of letters
            Search  | moon   | PRIVATE_PREVIEW | true  | R18: a region is a preview, too
            Vision  | moon   | PRIVATE_PREVIEW | true  | the less open of the two
            Vision  | north  | LIMITED_PREVIEW | true  |
            Other   |        | GA              | false | R19
            Other   | moon   | PRIVATE_PREVIEW | false | R18
                    | moon   | PRIVATE_PREVIEW | true  | R18
                    |        | GA              | true  | nothing asked
            """)
    void how_far_something_is_released(String service, String region, Lifecycle lifecycle, boolean known, String why) {
        assertEquals(new ServiceRegister.Release(lifecycle, known), register().release(service, region), why);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            service | region | kind    | day        | excepted | why
            Search  | south  | GA      | 2026-01-31 | false    | R3: before
            Search  | South  | GA      | 2026-02-01 | true     | R3: its first day
            search  | south  | GA      | 2026-02-28 | true     | R3: its last day
            Search  | south  | GA      | 2026-03-01 | false    | R3: over
            Search  | south  | PREVIEW | 2026-02-10 | false    | R24: another kind
            Search  | north  | GA      | 2026-02-10 | false    | R3: another region
            Search  |        | GA      | 2026-02-10 | false    | R3: no region named
            Speech  |        | GA      | 2026-03-01 | true     | R3: everywhere
            Speech  | north  | GA      | 2099-12-31 | true     | R3: open end
                    | south  | GA      | 2026-02-10 | false    | no service named
            """)
    void exceptions_have_a_place_and_a_time(
            String service, String region, Kind kind, LocalDate day, boolean excepted, String why) {
        assertEquals(excepted, register().exception(service, region, kind, day) != null, why);
    }

    @Test
    void it_knows_its_services_and_takes_no_second_word() {
        assertEquals(List.of("Search", "Speech", "Vision"), register().services());
        ServiceRegister register = register();
        assertThrows(IllegalArgumentException.class, () -> register.released("search", "", Lifecycle.GA));
    }
}
