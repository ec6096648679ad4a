-- Empties the staging table before a file is read.
truncate subscription_stage
