-- Empties the staging table.
truncate check_charge_stage
