-- Empties the staging of decisions before the rules speak.
truncate decided_stage, decided_plan_stage, scope_rest_stage, plan_state_stage, term_stage, charge_stage, cover_stage,
    scope_cover_stage, account_standing_stage, ea_verdict_stage, flag_stage, notice_stage
