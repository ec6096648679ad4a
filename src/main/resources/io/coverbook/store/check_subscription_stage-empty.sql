-- Empties the staging table.
truncate check_subscription_stage
