-- Empties the staging table.
truncate check_agreement_stage
