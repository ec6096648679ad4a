-- Empties the staging of settled lines.
truncate settlement_stage
