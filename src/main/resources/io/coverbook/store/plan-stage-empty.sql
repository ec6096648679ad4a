-- Empties the staging table before a file is read.
truncate plan_stage
