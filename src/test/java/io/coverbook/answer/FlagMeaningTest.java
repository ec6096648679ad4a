package io.coverbook.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.coverbook.billing.ChargeHold;
import io.coverbook.reconcile.FlagCode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlagMeaningTest {

    @ParameterizedTest
    @EnumSource
    void every_flag_that_is_raised_has_a_meaning(FlagCode code) {
        FlagMeaning meaning = FlagMeaning.of(code.name()).orElseThrow();
        assertEquals(code.advice(), meaning.sentence());
    }

    static List<String> all() {
        return FlagMeaning.codes();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_meaning_says_by_which_rules_and_what_to_do(String code) {
        FlagMeaning meaning = FlagMeaning.of(code).orElseThrow();
        assertTrue(meaning.rules().stream().allMatch(rule -> rule.matches("[RXPABCDEFGL][0-9]+")), code);
        assertTrue(!meaning.remedy().isBlank() && !meaning.raised().isBlank(), code);
    }

    @ParameterizedTest
    @EnumSource
    void what_holds_a_charge_is_a_blocker_that_says_whether_the_plan_covers(ChargeHold hold) {
        FlagMeaning meaning = FlagMeaning.of(hold.name()).orElseThrow();
        assertEquals("BLOCKER", meaning.severity());
        assertEquals(hold.ofPlan(), meaning.effect().startsWith("the plan is held"), meaning::effect);
        assertTrue(meaning.rules().contains("X11"), hold.name());
    }

    @Test
    void nothing_else_is_a_blocker() {
        List<String> holds = Arrays.stream(ChargeHold.values()).map(Enum::name).toList();
        FlagMeaning.codes().stream()
                .filter(code -> FlagMeaning.of(code).orElseThrow().severity().equals("BLOCKER"))
                .forEach(code -> assertTrue(holds.contains(code), code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no-price            | NO_PRICE                | finance                    | the plan goes on and covers
            EA_MISSING_PLAN     | EA_MISSING_PLAN         | operations                 | somebody has to act
            backdatedCancelReview | BACKDATED_CANCEL_REVIEW | finance                  | somebody has to act
            PLAN_WITHOUT_SUBSCRIPTIONS | PLAN_WITHOUT_SUBSCRIPTIONS | administrators and finance | somebody has to act
            late_charge         | LATE_CHARGE             | finance                    | to be known
            """)
    void a_code_is_read_as_people_write_it(String word, String code, String who, String effect) {
        FlagMeaning meaning = FlagMeaning.of(word).orElseThrow();
        assertEquals(code, meaning.code());
        assertEquals(who, meaning.who());
        assertTrue(meaning.effect().startsWith(effect), meaning.effect());
    }
}
