-- Empties the staging of decisions before the rules speak.
truncate plan_state_stage, term_stage, charge_stage, cover_stage, scope_cover_stage, account_standing_stage, ea_verdict_stage, flag_stage, notice_stage
