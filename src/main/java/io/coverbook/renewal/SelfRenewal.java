package io.coverbook.renewal;

import io.coverbook.calendar.Timeline;
import io.coverbook.plan.AgreementType;
import io.coverbook.plan.SupportPlan;
import java.time.LocalDate;

/**
 * Whether a plan renews by itself on a day: bought online, or on an account that is then under a customer agreement
 * (R70, P23; DECISIONS B3). An account that changes to a customer agreement takes its plans along (P55).
 */
public record SelfRenewal(Timeline<Boolean> days) {

    static SelfRenewal decide(SupportPlan plan, ScopeFacts facts) {
        if (plan.channel().online() || facts.agreement() != null) {
            return new SelfRenewal(Timeline.always(plan.channel().online()));
        }
        Timeline<AgreementType> type = facts.account().agreementType();
        Timeline<Boolean> days = Timeline.always(false);
        for (Timeline.Step<AgreementType> step : type.steps()) {
            days = days.with(step.from(), step.value() == AgreementType.MCA);
        }
        return new SelfRenewal(days);
    }

    public boolean on(LocalDate day) {
        return days.on(day);
    }
}
