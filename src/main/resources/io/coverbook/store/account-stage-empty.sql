-- Empties the staging table before a file is read.
truncate account_stage
